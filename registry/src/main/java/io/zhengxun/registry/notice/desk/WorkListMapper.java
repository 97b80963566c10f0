package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.WorkList.EventCount;
import io.zhengxun.registry.notice.desk.WorkList.StuckEvent;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WorkListMapper {

    record Unreached(
            long id, NoticeKind kind, NoticeState state, String cause, Recipient.Kind recipientKind, long recipientId,
            Long institutionId, String regionCode, Instant createdAt) {}

    @Select("""
            <script>
            SELECT id, kind, state, cause, recipient_kind, recipient_id, institution_id, region_code, created_at
            FROM notice
            <choose>
            <when test="scope.regionCode != null">
                FORCE INDEX (ix_notice_desk_region) WHERE region_code = #{scope.regionCode} AND
            </when>
            <otherwise>FORCE INDEX (ix_notice_desk) WHERE</otherwise>
            </choose>
            desk_state = #{state} ORDER BY created_at, id LIMIT #{limit}
            </script>""")
    List<Unreached> unreached(
            @Param("state") NoticeState state, @Param("scope") Scope scope, @Param("limit") int limit);

    @Select("""
            SELECT state, kind, COUNT(*) AS events, MIN(occurred_at) AS oldest
            FROM outbox_event FORCE INDEX (ix_outbox_event_due) WHERE state IN ('UNKNOWN', 'FAILED')
            GROUP BY state, kind ORDER BY state, kind""")
    List<EventCount> eventCounts();

    @Select("""
            SELECT id, state, kind, subject_kind, subject_key, cause, attempts, occurred_at, handled_at
            FROM outbox_event FORCE INDEX (ix_outbox_event_due) WHERE state = #{state} ORDER BY id DESC LIMIT #{limit}""")
    List<StuckEvent> events(@Param("state") String state, @Param("limit") int limit);

    record Event(String state, String kind, Deed.Subject.Kind subjectKind, String subjectKey) {}

    @Select("""
            SELECT state, kind, subject_kind, subject_key FROM outbox_event
            WHERE id = #{id} AND state IN ('UNKNOWN', 'FAILED') FOR UPDATE""")
    Event lockStuck(long id);

    /** As the notifier finds what nobody has looked at yet. */
    @Update("""
            UPDATE outbox_event SET state = 'NEW', attempts = 0, due_at = NULL, handled_at = NULL, cause = ''
            WHERE id = #{id}""")
    void renew(long id);
}
