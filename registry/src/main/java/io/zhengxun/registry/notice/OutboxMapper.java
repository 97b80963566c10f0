package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OutboxMapper {

    @Insert("""
            INSERT INTO outbox_event (kind, subject_kind, subject_key, institution_id, region_code, facts, occurred_at,
                state)
            VALUES (#{e.kind}, #{e.subject.kind}, #{e.subject.key}, #{e.institutionId}, #{e.regionCode}, #{facts}, #{at},
                'NEW')""")
    void insert(@Param("e") OutboxEvent event, @Param("facts") String facts, @Param("at") Instant at);

    @Select("""
            <script>
            SELECT kind, subject_key, occurred_at, state FROM outbox_event FORCE INDEX (ix_outbox_event_subject)
            WHERE subject_kind = #{kind} AND subject_key IN
            <foreach collection="keys" item="k" open="(" separator="," close=")">#{k}</foreach>
            ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<Told> ofSubjects(
            @Param("kind") Deed.Subject.Kind kind, @Param("keys") Collection<String> keys, @Param("limit") int limit);
}
