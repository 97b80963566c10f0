package io.zhengxun.registry.digest;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface DigestMapper {

    @Insert("""
            <script>
            INSERT INTO deadline_digest (notice_id, run_id, owner, audience, to_lead) VALUES
            <foreach collection="digests" item="d" separator=",">
                (#{d.noticeId}, #{d.runId}, #{d.owner}, #{d.audience}, #{d.toLead})
            </foreach>
            ON DUPLICATE KEY UPDATE notice_id = VALUES(notice_id)
            </script>""")
    void insertAll(@Param("digests") List<Digest> digests);

    @Select("""
            <script>
            SELECT notice_id, run_id, owner, audience, to_lead FROM deadline_digest WHERE notice_id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Digest> byNotices(@Param("ids") Collection<Long> noticeIds);
}
