package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DeadlineMapper {

    String COLUMNS = """
            id, rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on, due_on, due_at,
            provisional, state, started_at, ended_at, evidence""";

    String OF_SUBJECT = "subject_kind = #{subject.kind} AND subject_id = #{subject.id}";

    @Insert("""
            INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on,
                due_on, due_at, provisional, state, open_mark, started_at, evidence)
            VALUES (#{rule}, #{length}, #{subject.kind}, #{subject.id}, #{subject.institutionId},
                #{subject.regionCode}, #{debtor}, #{startOn}, #{dueOn}, #{dueAt}, #{provisional}, 'OPEN', 1,
                #{startedAt}, '')""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(DeadlineInsert deadline);

    @Update("UPDATE deadline SET state = #{end.state}, open_mark = NULL, ended_at = #{end.at}, evidence = #{end.evidence}"
            + " WHERE rule = #{rule} AND open_mark = 1 AND " + OF_SUBJECT)
    int end(
            @Param("rule") DeadlineRule rule, @Param("subject") DeadlineSubject subject, @Param("end") End end);

    record End(Deadline.State state, Instant at, String evidence) {}

    @Select("SELECT " + COLUMNS + " FROM deadline WHERE rule = #{rule} AND open_mark = 1 AND " + OF_SUBJECT)
    DeadlineRow running(@Param("rule") DeadlineRule rule, @Param("subject") DeadlineSubject subject);

    @Select("SELECT " + COLUMNS + " FROM deadline WHERE " + OF_SUBJECT + " ORDER BY id")
    List<DeadlineRow> of(@Param("subject") DeadlineSubject subject);
}
