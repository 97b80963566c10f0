package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.submission.Submission;
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
interface ReturnMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, number, submission_id, institution_id, region_code, returned_by, row_count, remark, recorded_by,
            recorded_at, state, notified_at, evidence, evidence_note, evidence_by, due_on, corrected_at, version""";

    record Recorded(String number, Submission batch, NewReturn terms, String by, Instant at) {}

    @Insert("""
            INSERT INTO submission_return (number, submission_id, institution_id, region_code, returned_by, row_count,
                remark, recorded_by, recorded_at, state, version)
            VALUES (#{number}, #{batch.id}, #{batch.institutionId}, #{batch.regionCode}, #{terms.by}, #{terms.rowCount},
                #{terms.remark}, #{by}, #{at}, 'RECORDED', 0)""")
    void insert(Recorded recorded);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE submission_return SET state = #{move.to}, notified_at = #{notifiedAt}, evidence = #{evidence},
                evidence_note = #{evidenceNote}, evidence_by = #{evidenceBy}, corrected_at = #{correctedAt},
                version = version + 1
            WHERE id = #{id} AND state = #{from.state} AND version = #{from.version}""")
    int move(ReturnStep step);

    @Update("UPDATE submission_return SET due_on = #{dueOn} WHERE id = #{id}")
    int setDueOn(@Param("id") long id, @Param("dueOn") LocalDate dueOn);

    @Select("SELECT " + COLUMNS + " FROM submission_return WHERE id = #{id}")
    Return byId(long id);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM submission_return WHERE id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Return> byIds(@Param("ids") Collection<Long> ids);

    /** As it stands, and stays until the caller's transaction ends. */
    @Select("SELECT " + COLUMNS + " FROM submission_return WHERE id = #{id} FOR UPDATE")
    Return lockedById(long id);

    /** Open, as something is due always then, without a due date. */
    @Select("""
            SELECT id FROM submission_return FORCE INDEX (ix_submission_return_state)
            WHERE state IN ('RECORDED', 'NOTIFIED') AND due_on IS NULL ORDER BY id""")
    List<Long> withoutClock();

    /** As committed last, whatever the transaction has read before. */
    @Select("SELECT " + COLUMNS + " FROM submission_return WHERE id = #{id} LOCK IN SHARE MODE")
    Return byIdAsCommitted(long id);

    @Select("SELECT " + COLUMNS + " FROM submission_return WHERE number = #{number}")
    Return byNumber(String number);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM submission_return WHERE number IN
            <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            </script>""")
    List<Return> byNumbers(@Param("numbers") Collection<String> numbers);

    @Select("SELECT id FROM submission_return WHERE submission_id = #{submissionId} ORDER BY id FOR UPDATE")
    List<Long> lockAllOf(long submissionId);

    @Select("SELECT COUNT(*) FROM submission_return WHERE submission_id = #{submissionId} AND state != 'CORRECTED'")
    int countOpen(long submissionId);
}
