package io.zhengxun.registry.certificate;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReturnedCertificateMapper {

    String IDS = "<foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach>";

    @Select("""
            SELECT id, row_no, return_id, published_on FROM certificate
            WHERE submission_id = #{submissionId} ORDER BY row_no""")
    List<RowPlace> rowsOf(long submissionId);

    @Select("<script>SELECT id, row_no, name_sealed, id_type, id_sealed, occupation, job, level, issue_date"
            + " FROM certificate WHERE id IN " + IDS + " ORDER BY row_no</script>")
    List<SealedSnapshot> snapshots(@Param("ids") Collection<Long> ids);

    @Update("<script>UPDATE certificate SET return_id = #{returnId} WHERE id IN " + IDS
            + " AND submission_id = #{submissionId} AND return_id IS NULL AND published_on IS NULL</script>")
    int putIntoReturn(
            @Param("returnId") long returnId,
            @Param("submissionId") long submissionId,
            @Param("ids") Collection<Long> ids);

    record NumberedId(String number, long id) {}

    @Select("SELECT number, id FROM certificate WHERE return_id = #{returnId}")
    List<NumberedId> inReturn(long returnId);

    record NumberedSkill(String number, String occupation, Level level) {

        Skill skill() {
            return new Skill(occupation, level);
        }
    }

    @Select("SELECT number, occupation, level FROM certificate WHERE return_id = #{returnId}")
    List<NumberedSkill> skillsInReturn(long returnId);

    @Select("<script>SELECT number, id FROM certificate WHERE id IN " + IDS + "</script>")
    List<NumberedId> numbers(@Param("ids") Collection<Long> ids);
}
