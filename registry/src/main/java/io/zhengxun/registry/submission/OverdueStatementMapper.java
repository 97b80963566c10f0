package io.zhengxun.registry.submission;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OverdueStatementMapper {

    @Insert("""
            INSERT INTO overdue_statement (submission_id, reason, institution, head, stated_on, attached_by, attached_at)
            VALUES (#{batch}, #{said.reason}, #{said.institution}, #{said.head}, #{said.statedOn}, #{by}, #{at})""")
    void insert(
            @Param("batch") long submissionId,
            @Param("said") OverdueStatement statement,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select("SELECT reason, institution, head, stated_on FROM overdue_statement WHERE submission_id = #{submissionId}")
    OverdueStatement of(long submissionId);
}
