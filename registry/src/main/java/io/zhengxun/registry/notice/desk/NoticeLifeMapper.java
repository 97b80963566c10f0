package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoticeLifeMapper {

    record Attempt(Channel channel, Instant endedAt, String outcome, String code, String messageId) {}

    record Decided(String decision, String detail, String decidedBy, Instant decidedAt) {}

    record Reported(Channel channel, boolean delivered, String cause, Instant receivedAt) {}

    @Select("SELECT left_out FROM notice WHERE id = #{id}")
    String leftOut(long noticeId);

    @Select("""
            SELECT channel, ended_at, outcome, code, message_id FROM notice_attempt
            WHERE notice_id = #{id} ORDER BY id LIMIT #{limit}""")
    List<Attempt> attempts(@Param("id") long noticeId, @Param("limit") int limit);

    @Select("""
            SELECT decision, detail, decided_by, decided_at FROM notice_decision
            WHERE notice_id = #{id} ORDER BY id LIMIT #{limit}""")
    List<Decided> decisions(@Param("id") long noticeId, @Param("limit") int limit);

    @Select("""
            SELECT r.channel, r.delivered, r.cause, r.received_at
            FROM notice_attempt a JOIN delivery_report r ON r.channel = a.channel AND r.message_id = a.message_id
            WHERE a.notice_id = #{id} AND a.message_id IS NOT NULL ORDER BY r.id LIMIT #{limit}""")
    List<Reported> reports(@Param("id") long noticeId, @Param("limit") int limit);
}
