package io.zhengxun.registry.deadline.alert;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AlertMapper {

    /** Passes over what an act is ending at this moment, which waits for nobody. */
    @Select("""
            SELECT id, rule, COALESCE(institution_id, 0) AS institution_id, region_code, debtor, due_on, started_at, last_alert_on
            FROM deadline FORCE INDEX (ix_deadline_alert)
            WHERE open_mark = 1 AND next_alert_on <= #{today}
            ORDER BY next_alert_on, id LIMIT #{limit} FOR UPDATE SKIP LOCKED""")
    List<LookRow> toLookAt(@Param("today") LocalDate today, @Param("limit") int limit);

    @Select("""
            SELECT EXISTS (SELECT 1 FROM deadline FORCE INDEX (ix_deadline_alert)
            WHERE open_mark = 1 AND next_alert_on <= #{today})""")
    boolean anyToLookAt(LocalDate today);

    @Update("""
            <script>
            UPDATE deadline SET next_alert_on = #{next}
            <if test="alertedOn != null">, last_alert_on = #{alertedOn}</if>
            WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void looked(
            @Param("next") LocalDate next, @Param("alertedOn") LocalDate alertedOn, @Param("ids") Collection<Long> ids);

    @Update("""
            UPDATE deadline FORCE INDEX (ix_deadline_alert) SET next_alert_on = #{today}
            WHERE open_mark = 1 AND next_alert_on > #{today} AND next_alert_on < '9999-12-31'
            ORDER BY next_alert_on DESC LIMIT #{limit}""")
    int lookAgain(@Param("today") LocalDate today, @Param("limit") int limit);

    @Select("SELECT version FROM calendar_version WHERE id = 1")
    long calendarVersion();

    @Select("""
            SELECT DISTINCT owner FROM deadline_alert FORCE INDEX (ix_deadline_alert_run)
            WHERE run_id = #{runId} AND owner > #{after} ORDER BY owner LIMIT #{limit}""")
    List<String> owners(@Param("runId") long runId, @Param("after") String after, @Param("limit") int limit);

    @Select("""
            <script>
            SELECT a.run_id, a.owner, a.audience, a.due_on AS alerted_due_on, d.id AS deadline_id, d.rule, d.subject_kind,
                d.subject_id, COALESCE(d.institution_id, 0) AS institution_id, d.region_code, d.debtor, d.due_on, d.open_mark IS NOT NULL AS open,
                EXISTS (SELECT 1 FROM deadline_alert later WHERE later.deadline_id = a.deadline_id
                    AND later.audience = a.audience AND later.run_id > a.run_id) AS told_again
            FROM deadline_alert a FORCE INDEX (ix_deadline_alert_run) JOIN deadline d ON d.id = a.deadline_id
            WHERE a.run_id = #{runId} AND a.owner IN
            <foreach collection="owners" item="o" open="(" separator="," close=")">#{o}</foreach>
            ORDER BY a.owner, d.due_on, d.id
            </script>""")
    List<AlertRow> of(@Param("runId") long runId, @Param("owners") Collection<String> owners);

    @Update("UPDATE deadline_alert SET run_id = #{to} WHERE run_id = #{from} AND owner > #{after}")
    int join(@Param("from") long from, @Param("after") String after, @Param("to") long to);

    /** What a centre owes; of the province the cases of all regions. */
    record Owed(String regionCode, int overdue, int soon) {}

    String COUNTED = "SUM(due_on < #{today}) AS overdue, SUM(due_on >= #{today}) AS soon";

    @Select("SELECT region_code, " + COUNTED + """
             FROM deadline FORCE INDEX (ix_deadline_debtor)
            WHERE open_mark = 1 AND debtor = 'CITY' AND due_on <= #{until} GROUP BY region_code""")
    List<Owed> owedByCities(@Param("today") LocalDate today, @Param("until") LocalDate until);

    @Select("SELECT '440000' AS region_code, " + COUNTED + """
             FROM deadline FORCE INDEX (ix_deadline_debtor)
            WHERE open_mark = 1 AND debtor = 'PROVINCE' AND due_on <= #{until} HAVING COUNT(*) > 0""")
    List<Owed> owedByProvince(@Param("today") LocalDate today, @Param("until") LocalDate until);
}
