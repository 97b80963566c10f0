package io.zhengxun.registry.notice;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface MergedNoticeMapper {

    record Named(long id, String noticeKey) {}

    @Select("""
            <script>
            SELECT id, notice_key FROM notice FORCE INDEX (uq_notice_key) WHERE notice_key IN
            <foreach collection="keys" item="k" open="(" separator="," close=")">#{k}</foreach>
            </script>""")
    List<Named> ids(@Param("keys") Collection<String> keys);
}
