package io.zhengxun.registry.notice;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface OutboxMapper {

    @Insert("""
            INSERT INTO outbox_event (kind, subject_kind, subject_key, institution_id, region_code, facts, occurred_at,
                state)
            VALUES (#{e.kind}, #{e.subject.kind}, #{e.subject.key}, #{e.institutionId}, #{e.regionCode}, #{facts}, #{at},
                'NEW')""")
    void insert(@Param("e") OutboxEvent event, @Param("facts") String facts, @Param("at") Instant at);
}
