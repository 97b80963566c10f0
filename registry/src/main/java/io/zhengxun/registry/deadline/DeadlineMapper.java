package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DeadlineMapper {

    String COLUMNS = """
            id, rule, length, subject_kind, subject_id, COALESCE(institution_id, 0) AS institution_id, region_code, debtor,
            start_on, due_on, due_at, provisional, state, started_at, ended_at, evidence""";

    String OF_SUBJECT = "subject_kind = #{subject.kind} AND subject_id = #{subject.id}";

    @Insert("""
            INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on,
                due_on, due_at, provisional, state, open_mark, started_at, evidence)
            VALUES (#{rule}, #{length}, #{subject.kind}, #{subject.id}, NULLIF(#{subject.institutionId}, 0),
                #{subject.regionCode}, #{debtor}, #{startOn}, #{dueOn}, #{dueAt}, #{provisional}, 'OPEN', 1,
                #{startedAt}, '')""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(DeadlineInsert deadline);

    @Update("UPDATE deadline SET state = #{end.state}, open_mark = NULL, ended_at = #{end.at}, evidence = #{end.evidence}"
            + " WHERE rule = #{rule} AND open_mark = 1 AND " + OF_SUBJECT)
    int end(
            @Param("rule") DeadlineRule rule, @Param("subject") DeadlineSubject subject, @Param("end") End end);

    record End(Deadline.State state, Instant at, String evidence) {}

    @Select("SELECT " + COLUMNS + " FROM deadline WHERE rule = #{rule} AND open_mark = 1 AND " + OF_SUBJECT)
    DeadlineRow running(@Param("rule") DeadlineRule rule, @Param("subject") DeadlineSubject subject);

    @Select("<script>SELECT " + COLUMNS + " FROM deadline FORCE INDEX (uq_deadline_open) WHERE open_mark = 1"
            + " AND subject_kind = #{kind} AND subject_id IN"
            + " <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach></script>")
    List<DeadlineRow> runningOf(@Param("kind") DeadlineSubject.Kind kind, @Param("ids") Collection<Long> ids);

    @Select("SELECT " + COLUMNS + " FROM deadline WHERE " + OF_SUBJECT + " ORDER BY id")
    List<DeadlineRow> of(@Param("subject") DeadlineSubject subject);

    /** Open ones in the order in which they are due; each filter has an index that holds this order. */
    @Select("""
            <script>
            SELECT """ + " " + COLUMNS + """
             FROM deadline
            WHERE open_mark = 1
            <if test="filter.rule != null">AND rule = #{filter.rule}</if>
            <if test="filter.debtor != null">AND debtor = #{filter.debtor}</if>
            <if test="filter.regionCode != null">AND region_code = #{filter.regionCode}</if>
            <if test="filter.institutionId != null">AND institution_id = #{filter.institutionId}</if>
            <if test="filter.until != null">AND due_on &lt;= #{filter.until}</if>
            AND due_on &gt;= #{after.dueOn} AND (due_on &gt; #{after.dueOn} OR id &gt; #{after.id})
            ORDER BY due_on, id LIMIT #{limit}
            </script>""")
    List<DeadlineRow> page(
            @Param("filter") DeadlineFilter filter, @Param("after") DeadlineKey after, @Param("limit") int limit);

    /** Those whose counting may have looked at a day of the range. */
    @Select("""
            SELECT rule, length, start_on, due_on, provisional, COUNT(*) AS count
            FROM deadline FORCE INDEX (ix_deadline_due)
            WHERE open_mark = 1 AND due_on >= #{first} AND start_on < #{last}
            GROUP BY rule, length, start_on, due_on, provisional
            ORDER BY due_on, rule, start_on, length, provisional""")
    List<PeriodGroup> groups(ChangedDays changed);

    String OF_GROUP = "SELECT " + COLUMNS + """
             FROM deadline FORCE INDEX (ix_deadline_rule)
            WHERE open_mark = 1 AND rule = #{group.rule} AND due_on = #{group.dueOn} AND id > #{after}
            AND start_on = #{group.startOn} AND length = #{group.length} AND provisional = #{group.provisional}
            ORDER BY id LIMIT #{limit}""";

    @Select(OF_GROUP)
    List<DeadlineRow> ofGroup(
            @Param("group") PeriodGroup group, @Param("after") long after, @Param("limit") int limit);

    @Select(OF_GROUP + " FOR UPDATE")
    List<DeadlineRow> heldOfGroup(
            @Param("group") PeriodGroup group, @Param("after") long after, @Param("limit") int limit);

    /** Another last day has alerts of its own (T5): the next run looks, and begins anew if it moved. */
    @Update("""
            <script>
            UPDATE deadline SET
                last_alert_on = IF(due_on = #{end.dueOn}, last_alert_on, NULL), next_alert_on = start_on,
                due_on = #{end.dueOn}, due_at = #{end.dueAt}, provisional = #{end.provisional}
            WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void move(@Param("end") PeriodEnd end, @Param("ids") List<Long> ids);
}
