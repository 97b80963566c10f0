package io.zhengxun.registry.submission;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SubmissionMapper {

    String COLUMNS = """
            id, number, institution_id, stage, stage_since, desk_received_at, return_notified_at, row_count,
            submitted_by, created_at""";

    @Insert("""
            INSERT INTO submission (number, institution_id, stage, stage_since, desk_received_at, return_notified_at,
                row_count, file_digest, submitted_by, created_at, version)
            VALUES (#{number}, #{new.institutionId}, #{new.stage}, #{new.stageSince}, #{new.deskReceivedAt},
                #{new.returnNotifiedAt}, #{new.rowCount}, #{new.fileDigest}, #{new.submittedBy}, #{now}, 0)""")
    void insert(@Param("number") String number, @Param("new") NewSubmission submission, @Param("now") Instant now);

    @Update("UPDATE submission SET row_count = #{rowCount} WHERE id = #{id}")
    void setRowCount(@Param("id") long id, @Param("rowCount") int rowCount);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE id = #{id}")
    Submission byId(long id);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE number = #{number}")
    Submission byNumber(String number);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE institution_id = #{institutionId} AND file_digest = #{digest}")
    Submission byFile(@Param("institutionId") long institutionId, @Param("digest") byte[] digest);

    @Select("""
            <script>
            SELECT s.id, s.number, s.institution_id, s.stage, s.stage_since, s.desk_received_at, s.return_notified_at,
                s.row_count, s.submitted_by, s.created_at
            FROM submission s
            WHERE s.id &lt; #{before} AND s.institution_id IN
            <foreach collection="institutions" item="i" open="(" separator="," close=")">#{i}</foreach>
            ORDER BY s.id DESC LIMIT #{limit}
            </script>""")
    List<Submission> page(
            @Param("institutions") List<Long> institutions, @Param("before") long before, @Param("limit") int limit);
}
