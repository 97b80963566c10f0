package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ChannelSetupMapper {

    record Row(Channel channel, NoticeKind kind, boolean configured, String fields, Instant toldAt) {}

    @Insert("""
            INSERT INTO channel_setup (channel, kind, configured, fields, told_at)
            VALUES (#{s.channel}, #{s.kind}, #{s.configured}, #{s.fields}, #{s.toldAt})
            ON DUPLICATE KEY UPDATE configured = VALUES(configured), fields = VALUES(fields), told_at = VALUES(told_at)""")
    void tell(@Param("s") Row setup);

    @Select("SELECT channel, kind, configured, fields, told_at FROM channel_setup")
    List<Row> all();
}
