package io.zhengxun.registry.certificate;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ScreenedMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, submission_id, number, HEX(id_index) AS id_mark, HEX(name_index) AS name_mark, occupation, level,
            issue_date""";

    @Select("SELECT " + COLUMNS + " FROM certificate WHERE submission_id = #{submissionId} ORDER BY number")
    List<Screened> ofBatch(long submissionId);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM certificate FORCE INDEX (ix_certificate_id_name)
            WHERE id_index IN
            <foreach collection="idMarks" item="mark" open="(" separator="," close=")">UNHEX(#{mark})</foreach>
            AND standing != 'DELETED'
            </script>""")
    List<Screened> ofHolders(@Param("idMarks") Collection<String> idMarks);
}
