package io.zhengxun.registry.submission.history;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface HistoryMapper {

    record Uploaded(String number, Instant at, int rows) {}

    @Select("SELECT number, uploaded_at, row_count FROM upload WHERE submission_id = #{submissionId} ORDER BY id")
    List<Uploaded> uploads(long submissionId);

    @Select("SELECT id FROM submission_return WHERE submission_id = #{submissionId} ORDER BY id LIMIT #{limit}")
    List<Long> returnsOf(@Param("submissionId") long submissionId, @Param("limit") int limit);
}
