package io.zhengxun.registry.submission;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface UploadMapper {

    @Insert("""
            INSERT INTO upload (number, institution_id, uploaded_by, uploaded_at, kept_until, format, outcome,
                submission_id, row_count, faulty_rows, flaw_count, late_rows)
            VALUES (#{number}, #{new.institutionId}, #{new.uploadedBy}, #{new.uploadedAt}, #{new.keptUntil},
                #{new.format}, #{new.outcome}, #{new.submissionId}, #{new.tally.rows}, #{new.tally.faultyRows},
                #{new.tally.flaws}, #{new.tally.lateRows})""")
    void insert(@Param("number") String number, @Param("new") NewUpload upload);

    @Update("""
            UPDATE upload SET row_count = #{t.rows}, faulty_rows = #{t.faultyRows}, flaw_count = #{t.flaws},
                late_rows = #{t.lateRows} WHERE id = #{id}""")
    void setTally(@Param("id") long id, @Param("t") Tally tally);

    @Select("""
            SELECT id, number, institution_id, uploaded_at, kept_until, format, outcome, submission_id, row_count,
                faulty_rows, flaw_count, late_rows FROM upload WHERE number = #{number}""")
    Upload byNumber(String number);

    @Select("""
            SELECT flaw_no, row_no, field, masked_value, rule, code, reason FROM upload_flaw
            WHERE upload_id = #{uploadId} AND flaw_no > #{after} ORDER BY flaw_no LIMIT #{limit}""")
    List<UploadFlaw> flaws(@Param("uploadId") long uploadId, @Param("after") int after, @Param("limit") int limit);

    @Insert("INSERT INTO upload_part (upload_id, part_no, sealed) VALUES (#{uploadId}, #{partNo}, #{sealed})")
    void insertPart(@Param("uploadId") long uploadId, @Param("partNo") int partNo, @Param("sealed") byte[] sealed);

    @Select("SELECT sealed FROM upload_part WHERE upload_id = #{uploadId} AND part_no = #{partNo}")
    List<byte[]> part(@Param("uploadId") long uploadId, @Param("partNo") int partNo);

    /** None or one, as of the next. */
    @Select("SELECT id FROM upload WHERE kept_until < #{now} AND outcome = 'REFUSED' ORDER BY kept_until LIMIT 1")
    List<Long> oldestExpired(@Param("now") Instant now);

    @Select("""
            SELECT id FROM upload WHERE institution_id = #{institutionId} AND outcome = 'REFUSED'
            ORDER BY id DESC LIMIT 1 OFFSET #{kept}""")
    List<Long> newestSurplus(@Param("institutionId") long institutionId, @Param("kept") int kept);

    @Select("""
            SELECT id FROM upload WHERE institution_id = #{institutionId} AND outcome = 'REFUSED' AND id <= #{newest}
            ORDER BY id LIMIT 1""")
    List<Long> oldestRefused(@Param("institutionId") long institutionId, @Param("newest") long newest);

    @Delete("DELETE FROM upload_part WHERE upload_id = #{uploadId} ORDER BY part_no LIMIT #{limit}")
    int deleteParts(@Param("uploadId") long uploadId, @Param("limit") int limit);

    @Delete("DELETE FROM upload_flaw WHERE upload_id = #{uploadId} ORDER BY flaw_no LIMIT #{limit}")
    int deleteFlaws(@Param("uploadId") long uploadId, @Param("limit") int limit);

    @Delete("DELETE FROM upload WHERE id = #{id}")
    void delete(long id);
}
