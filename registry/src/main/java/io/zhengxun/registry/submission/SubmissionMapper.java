package io.zhengxun.registry.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SubmissionMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, number, kind, institution_id, tier, region_code, stage, stage_since, desk_received_at, due_on, row_count,
            carried_rows, late_rows, issuance_id, answers_return_id, handler, reviewed_by, approved_by, last_act,
            last_act_by, last_act_at, submitted_by, created_at, version,
            (SELECT GROUP_CONCAT(r.username) FROM desk_reviewer r
                WHERE r.submission_id = submission.id AND r.desk = submission.desk) AS reviewers""";

    @Insert("""
            INSERT INTO submission (number, kind, institution_id, tier, region_code, stage, desk, stage_since,
                desk_received_at, row_count, carried_rows, late_rows, issuance_id, answers_return_id, file_digest,
                submitted_by, created_at, version)
            VALUES (#{number}, #{new.kind}, #{new.institution.id}, #{new.institution.tier}, #{new.institution.regionCode},
                #{new.stage}, #{new.desk}, #{new.since}, #{new.since}, #{new.rowCount}, #{new.rowCount}, 0,
                #{new.source.issuanceId}, #{new.source.answersReturnId}, #{new.source.fileDigest}, #{new.by}, #{now}, 0)""")
    void insert(@Param("number") String number, @Param("new") NewSubmission submission, @Param("now") Instant now);

    /** Of the issuance that it answers, or of the batch whose rows it corrects. */
    @Update("""
            UPDATE submission s
                LEFT JOIN issuance i ON i.id = s.issuance_id
                LEFT JOIN submission_return r ON r.id = s.answers_return_id
                LEFT JOIN submission b ON b.id = r.submission_id
            SET s.issued_on = COALESCE(i.issue_date, b.issued_on) WHERE s.number = #{number}""")
    void copyIssueDate(String number);

    @Update("""
            UPDATE submission SET row_count = #{rows}, carried_rows = #{rows}, late_rows = #{lateRows}
            WHERE id = #{id}""")
    void setRows(@Param("id") long id, @Param("rows") int rows, @Param("lateRows") int lateRows);

    @Update("UPDATE submission SET issued_on = #{day} WHERE id = #{id}")
    void setIssuedOn(@Param("id") long id, @Param("day") LocalDate day);

    @Update("UPDATE submission SET carried_rows = carried_rows - #{rows} WHERE id = #{id}")
    void takeRows(@Param("id") long id, @Param("rows") int rows);

    @Update("UPDATE submission SET due_on = #{dueOn} WHERE id = #{id}")
    int setDueOn(@Param("id") long id, @Param("dueOn") LocalDate dueOn);

    @Update("UPDATE submission SET file_digest = NULL WHERE id = #{id}")
    void forgetFile(long id);

    @Update("UPDATE submission SET export_id = #{exportId} WHERE id = #{id}")
    void setExport(@Param("id") long id, @Param("exportId") long exportId);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE submission SET stage = #{to.stage}, desk = #{to.desk}, stage_since = #{to.stageSince},
                desk_received_at = #{to.deskReceivedAt}, handler = #{to.handler}, reviewed_by = #{to.reviewedBy},
                approved_by = #{to.approvedBy}, last_act = #{to.lastAct}, last_act_by = #{to.lastActBy},
                last_act_at = #{to.lastActAt}, version = version + 1
            WHERE id = #{to.id} AND stage = #{from} AND version = #{to.version} - 1""")
    int move(@Param("from") Stage from, @Param("to") Submission to);

    /** A second time at the same desk changes nothing. */
    @Insert("INSERT IGNORE INTO desk_reviewer (submission_id, desk, username) VALUES (#{batch.id}, #{batch.desk}, #{by})")
    void rememberReviewer(@Param("batch") Submission batch, @Param("by") String by);

    /** What a person has at a desk, as committed last; nobody else acts on it until the transaction ends. */
    @Select("SELECT " + COLUMNS + """
             FROM submission FORCE INDEX (ix_submission_queue_handler) WHERE handler = #{handler} AND desk = #{desk}
            ORDER BY id FOR UPDATE""")
    List<Submission> heldWork(@Param("handler") String handler, @Param("desk") Desk desk);

    /** Open work passes to the successor, or becomes free (W3). */
    @Update("""
            <script>
            UPDATE submission SET handler = #{successor}, version = version + 1
            WHERE id IN <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    void setHandler(@Param("ids") Collection<Long> ids, @Param("successor") String successor);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE id = #{id}")
    Submission byId(long id);

    /** As it stands, and stays until the caller's transaction ends. */
    @Select("SELECT " + COLUMNS + " FROM submission WHERE id = #{id} FOR UPDATE")
    Submission lockedById(long id);

    /** At a desk at which something is due always, without a due date. */
    @Select("""
            SELECT id FROM submission FORCE INDEX (ix_submission_queue)
            WHERE desk IN ('CITY', 'PROVINCE', 'MINISTRY') AND due_on IS NULL ORDER BY id""")
    List<Long> withoutClock();

    /** As committed last, whatever the transaction has read before. */
    @Select("SELECT " + COLUMNS + " FROM submission WHERE id = #{id} LOCK IN SHARE MODE")
    Submission byIdAsCommitted(long id);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM submission WHERE number IN <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            </script>""")
    List<Submission> byNumbers(@Param("numbers") Collection<String> numbers);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM submission WHERE id IN <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Submission> byIds(@Param("ids") Collection<Long> ids);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE answers_return_id = #{returnId}")
    Submission byAnswer(long returnId);

    @Select("SELECT " + COLUMNS
            + " FROM submission WHERE id = (SELECT submission_id FROM submission_return WHERE id = #{returnId})")
    Submission returnedFrom(long returnId);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE number = #{number}")
    Submission byNumber(String number);

    @Select("SELECT " + COLUMNS + " FROM submission WHERE institution_id = #{institutionId} AND file_digest = #{digest}")
    Submission byFile(@Param("institutionId") long institutionId, @Param("digest") byte[] digest);
}
