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

    @Insert("""
            INSERT INTO channel_setup (channel, kind, configured, told_at) VALUES (#{channel}, #{kind}, #{configured}, #{at})
            ON DUPLICATE KEY UPDATE configured = VALUES(configured), told_at = VALUES(told_at)""")
    void tell(
            @Param("channel") Channel channel,
            @Param("kind") NoticeKind kind,
            @Param("configured") boolean configured,
            @Param("at") Instant at);

    @Select("SELECT channel, kind, configured, told_at FROM channel_setup")
    List<ChannelSetups.Setup> all();
}
