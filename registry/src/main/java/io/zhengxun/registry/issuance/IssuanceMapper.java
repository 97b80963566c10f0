package io.zhengxun.registry.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface IssuanceMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, number, institution_id, region_code, plan_no, occupation, level, issued_count, issue_date, reported_count,
            state, registered_by, registered_at, admitted_by, admitted_at, admitted_reason, report_due_on, closes_on,
            version""";

    @Insert("""
            INSERT INTO issuance (number, institution_id, region_code, plan_no, occupation, level, issued_count, issue_date,
                reported_count, state, standing_mark, registered_by, registered_at, version)
            VALUES (#{number}, #{institution.id}, #{institution.regionCode}, #{issuance.planNo}, #{issuance.occupation},
                #{issuance.level}, #{issuance.issuedCount}, #{issuance.issueDate}, 0, 'OPEN', 1, #{registeredBy},
                #{registeredAt}, 0)""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(IssuanceInsert issuance);

    @Update("UPDATE issuance SET report_due_on = #{reportDueOn}, closes_on = #{closesOn} WHERE id = #{id}")
    void setDue(
            @Param("id") long id, @Param("reportDueOn") LocalDate reportDueOn, @Param("closesOn") LocalDate closesOn);

    @Update("UPDATE issuance SET report_due_on = #{dueOn} WHERE id = #{id}")
    void setReportDue(@Param("id") long id, @Param("dueOn") LocalDate dueOn);

    @Update("UPDATE issuance SET closes_on = #{dueOn} WHERE id = #{id}")
    void setCloses(@Param("id") long id, @Param("dueOn") LocalDate dueOn);

    /** The state is set first: what is set first is read by what follows. 0 rows: not open, or not that many left. */
    @Update("""
            UPDATE issuance SET state = IF(reported_count + #{rows} = issued_count, 'REPORTED', 'OPEN'),
                reported_count = reported_count + #{rows}, version = version + 1
            WHERE id = #{id} AND state = 'OPEN' AND reported_count + #{rows} <= issued_count""")
    int report(@Param("id") long id, @Param("rows") int rows);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE issuance SET issued_count = #{count},
                state = IF(reported_count = #{count}, 'REPORTED', 'OPEN'), version = version + 1
            WHERE id = #{seen.id} AND version = #{seen.version} AND state != 'CANCELLED'
                AND reported_count <= #{count}""")
    int amend(@Param("seen") Issuance seen, @Param("count") int count);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE issuance SET state = 'CANCELLED', standing_mark = NULL, version = version + 1
            WHERE id = #{seen.id} AND version = #{seen.version} AND state = 'OPEN' AND reported_count = 0""")
    int cancel(@Param("seen") Issuance seen);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE issuance SET admitted_by = #{by}, admitted_at = #{at}, admitted_reason = #{reason},
                version = version + 1
            WHERE id = #{seen.id} AND version = #{seen.version} AND state = 'OPEN' AND admitted_by IS NULL""")
    int admit(
            @Param("seen") Issuance seen,
            @Param("by") String by,
            @Param("at") Instant at,
            @Param("reason") String reason);

    @Select("SELECT " + COLUMNS + " FROM issuance WHERE id = #{id}")
    Issuance byId(long id);

    /** As it stands, and stays until the caller's transaction ends. */
    @Select("SELECT " + COLUMNS + " FROM issuance WHERE id = #{id} FOR UPDATE")
    Issuance lockedById(long id);

    @Select("SELECT " + COLUMNS + " FROM issuance WHERE number = #{number}")
    Issuance byNumber(String number);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM issuance WHERE id IN <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Issuance> byIds(@Param("ids") Collection<Long> ids);

    /** What stands registered of the same plan, occupation, level and day. */
    @Select("SELECT " + COLUMNS + """
             FROM issuance WHERE institution_id = #{institutionId} AND plan_no = #{new.planNo}
            AND occupation = #{new.occupation} AND level = #{new.level} AND issue_date = #{new.issueDate}
            AND standing_mark = 1""")
    Issuance same(@Param("institutionId") long institutionId, @Param("new") NewIssuance issuance);

    /** The same, also where it was registered after the caller's transaction began. */
    @Select("SELECT " + COLUMNS + """
             FROM issuance WHERE institution_id = #{institutionId} AND plan_no = #{new.planNo}
            AND occupation = #{new.occupation} AND level = #{new.level} AND issue_date = #{new.issueDate}
            AND standing_mark = 1 LOCK IN SHARE MODE""")
    Issuance sameNow(@Param("institutionId") long institutionId, @Param("new") NewIssuance issuance);

    String WITHIN = """
            <choose>
            <when test="search.scope.institutionId != null">AND institution_id = #{search.scope.institutionId}</when>
            <when test="search.scope.regionCode != null">AND region_code = #{search.scope.regionCode}</when>
            </choose>
            """;

    @Select("<script> SELECT " + COLUMNS + " FROM issuance WHERE 1 = 1 " + WITHIN + """
            <if test="search.state != null">AND state = #{search.state}</if>
            <if test="search.after != null">AND id &lt; #{search.after.id}</if>
            ORDER BY id DESC LIMIT #{search.limit} </script>""")
    List<Issuance> newestFirst(@Param("search") IssuanceSearch search);

    @Select("<script> SELECT " + COLUMNS + " FROM issuance WHERE state = 'OPEN' " + WITHIN + """
            <if test="search.after != null">AND report_due_on >= #{search.after.reportDueOn}
            AND (report_due_on > #{search.after.reportDueOn} OR id > #{search.after.id})</if>
            ORDER BY report_due_on, id LIMIT #{search.limit} </script>""")
    List<Issuance> openByDue(@Param("search") IssuanceSearch search);
}
