package io.zhengxun.registry.certificate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CertificateRecordMapper {

    String COLUMNS = """
            id, number, submission_id, institution_id, row_no, name_sealed, name_index, id_type, id_sealed,
            id_index, index_key, occupation, job, level, issue_date, standing, return_id, published_on""";

    @Select("SELECT " + COLUMNS + " FROM certificate WHERE number = #{number}")
    CertificateRow byNumber(String number);

    /** Numbers of rows may repeat where corrections of several returns meet: the key is the number with the id. */
    @Select("SELECT " + COLUMNS + """
             FROM certificate FORCE INDEX (ix_certificate_submission)
            WHERE submission_id = #{submissionId} AND return_id IS NULL AND row_no >= #{rowNo}
                AND (row_no > #{rowNo} OR id > #{id}) AND standing != 'DELETED'
            ORDER BY row_no, id LIMIT #{limit}""")
    List<CertificateRow> carried(
            @Param("submissionId") long submissionId,
            @Param("rowNo") int rowNo,
            @Param("id") long id,
            @Param("limit") int limit);

    @Select("""
            <script>
            SELECT id, number, submission_id, row_no, return_id, published_on, standing
            FROM certificate FORCE INDEX (uq_certificate_number) WHERE number IN
            <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            </script>""")
    List<CertificatePlace> places(@Param("numbers") Collection<String> numbers);

    @Select("""
            SELECT COALESCE(SUM(published_on IS NULL), 0) awaited, COALESCE(SUM(published_on IS NOT NULL), 0) published
            FROM certificate FORCE INDEX (ix_certificate_submission)
            WHERE submission_id = #{submissionId} AND return_id IS NULL AND standing != 'DELETED'""")
    MinistryTally tally(long submissionId);

    /** Fewer rows than ids: some were published or returned meanwhile. */
    @Update("""
            <script>
            UPDATE certificate SET published_on = #{on} WHERE return_id IS NULL AND published_on IS NULL AND id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    int publish(@Param("ids") Collection<Long> ids, @Param("on") LocalDate on);
}
