package io.zhengxun.registry.institution;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface InstitutionMapper extends BaseMapper<InstitutionRow> {

    String COLUMNS = "id, number_prefix, name, tier, region_code, phone";

    @Select("SELECT " + COLUMNS + " FROM institution WHERE id = #{id}")
    Institution byId(long id);

    @Select("SELECT " + COLUMNS + " FROM institution WHERE number_prefix = #{prefix}")
    Institution byNumberPrefix(String prefix);

    @Select("SELECT " + COLUMNS + " FROM institution ORDER BY id")
    List<Institution> all();

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
