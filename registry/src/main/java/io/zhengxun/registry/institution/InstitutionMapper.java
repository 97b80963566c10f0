package io.zhengxun.registry.institution;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface InstitutionMapper extends BaseMapper<InstitutionRow> {

    String COLUMNS = "id, number_prefix, name, tier, region_code, phone";

    @Select("SELECT " + COLUMNS + " FROM institution WHERE id = #{id}")
    Institution byId(long id);

    @Select("SELECT " + COLUMNS + " FROM institution WHERE number_prefix = #{prefix}")
    Institution byNumberPrefix(String prefix);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM institution WHERE id IN <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Institution> byIds(@Param("ids") Collection<Long> ids);

    /** There are some thousands at most: a part of a name is looked for in all that the rest leaves. */
    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM institution WHERE number_prefix > #{s.after}
            <if test="s.prefix != null">AND number_prefix >= #{s.prefix} AND number_prefix &lt; #{s.endOfPrefix}</if>
            <if test="s.name != null">AND name LIKE #{s.namePattern}</if>
            <if test="s.region != null">AND region_code = #{s.region}</if>
            <if test="s.scope.regionCode != null">AND region_code = #{s.scope.regionCode}</if>
            <if test="s.scope.institutionId != null">AND id = #{s.scope.institutionId}</if>
            ORDER BY number_prefix LIMIT #{s.limit}
            </script>""")
    List<Institution> search(@Param("s") InstitutionSearch search);

    @Select("SELECT " + COLUMNS + " FROM institution ORDER BY id")
    List<Institution> all();

    @Select("SELECT " + COLUMNS + " FROM institution WHERE name = #{name}")
    Institution byName(String name);

    @Select("SELECT version FROM institution WHERE id = #{id}")
    int version(long id);

    /** 0 rows: somebody else changed it first. Keeps the row, so that one after the other changes it. */
    @Update("UPDATE institution SET version = version + 1 WHERE id = #{id} AND version = #{version}")
    int take(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE institution SET name = #{name}, phone = #{phone} WHERE id = #{id}")
    void change(@Param("id") long id, @Param("name") String name, @Param("phone") String phone);

    @Delete("DELETE FROM filed_scope WHERE institution_id = #{institutionId}")
    void deleteScope(long institutionId);

    @Select("SELECT occupation, level FROM filed_scope WHERE institution_id = #{institutionId}")
    List<FiledScope.Line> scopeOf(long institutionId);

    @Insert("""
            <script>
            INSERT INTO filed_scope (institution_id, occupation, level) VALUES
            <foreach collection="lines" item="line" separator=",">
                (#{institutionId}, #{line.occupation}, #{line.level})
            </foreach>
            </script>""")
    void insertScope(@Param("institutionId") long institutionId, @Param("lines") List<FiledScope.Line> lines);
}
