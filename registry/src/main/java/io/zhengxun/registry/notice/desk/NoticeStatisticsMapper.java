package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Tally;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Tries;
import io.zhengxun.registry.notice.desk.NoticeStatistics.Waiting;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoticeStatisticsMapper {

    /** @param quickUntil seconds after its cause within which an acceptance is quick */
    record Question(NoticeFilter.Period period, Scope scope, int quickUntil) {}

    String WRITTEN_THEN = """
            FROM notice n
            <choose>
            <when test="q.scope.regionCode != null">FORCE INDEX (ix_notice_region)</when>
            <otherwise>FORCE INDEX (ix_notice_created)</otherwise>
            </choose>
            """;

    String IN_PERIOD = """
             WHERE n.created_at &gt;= #{q.period.from} AND n.created_at &lt; #{q.period.until}
            <if test="q.scope.regionCode != null">AND n.region_code = #{q.scope.regionCode}</if>
            """;

    @Select("<script>SELECT n.kind, n.state, IF(n.desk_state IS NULL, '', n.cause) AS cause, COUNT(*) AS notices,"
            + " COUNT(n.accepted_at) AS accepted, COUNT(n.delivered_at) AS delivered "
            + WRITTEN_THEN + IN_PERIOD + "GROUP BY n.kind, n.state, IF(n.desk_state IS NULL, '', n.cause)</script>")
    List<Tally> tallies(@Param("q") Question question);

    /**
     * The first acceptance of a notice that was not kept for the morning counts for the share of quick ones; one by the next
     * channel, or after staff sent it again, says nothing of how quick the first was.
     */
    @Select("""
            <script>
            SELECT t.kind, t.channel, t.outcome, t.code, COUNT(*) AS tries,
                COUNT(CASE WHEN t.delivered = 1 THEN 1 END) AS delivered,
                COUNT(CASE WHEN t.delivered = 0 THEN 1 END) AS not_delivered,
                COUNT(CASE WHEN t.at_once THEN 1 END) AS timed,
                COUNT(CASE WHEN t.at_once AND t.ended_at &lt;= TIMESTAMPADD(SECOND, #{q.quickUntil}, t.occurred_at)
                    THEN 1 END) AS quick
            FROM (SELECT n.kind, a.channel, a.outcome, a.code, r.delivered, a.ended_at, n.occurred_at,
                    a.outcome = 'ACCEPTED' AND a.round = 0
                    AND a.ended_at &lt;= TIMESTAMPADD(SECOND, 1, n.accepted_at)
                    AND (n.urgent OR NOT EXISTS (SELECT 1 FROM notice_decision d
                        WHERE d.notice_id = n.id AND d.decision = 'QUIET_HOURS')) AS at_once
            """ + WRITTEN_THEN + """
                STRAIGHT_JOIN notice_attempt a FORCE INDEX (ix_notice_attempt_notice) ON a.notice_id = n.id
                LEFT JOIN delivery_report r ON r.channel = a.channel AND r.message_id = a.message_id
            """ + IN_PERIOD + """
            ) t GROUP BY t.kind, t.channel, t.outcome, t.code
            </script>""")
    List<Tries> tries(@Param("q") Question question);

    @Select("""
            <script>
            SELECT channel, COUNT(*) AS notices, MIN(created_at) AS oldest,
                SUM(state = 'QUEUED' AND due_at &lt;= #{now}) AS due,
                MIN(CASE WHEN state = 'QUEUED' AND due_at &lt;= #{now} THEN due_at END) AS due_since
            FROM notice FORCE INDEX (ix_notice_claim) WHERE state IN ('QUEUED', 'SENDING')
            <if test="scope.regionCode != null">AND region_code = #{scope.regionCode}</if>
            GROUP BY channel
            </script>""")
    List<Waiting> waiting(@Param("scope") Scope scope, @Param("now") Instant now);
}
