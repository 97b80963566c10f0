package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoticeListMapper {

    /** @param after the last one seen; null for the first page */
    record Page(List<Branch> branches, NoticeFilter filter, Scope scope, NoticePlace after, int limit) {}

    String COLUMNS = """
            id, kind, notice_key, recipient_kind, recipient_id, institution_id, region_code, subject_kind, subject_key,
            facts, urgent, channels, channel, state, round, attempts, due_at, doubt_at, message_id, accepted_at,
            delivered_at, ended_at, cause, occurred_at, created_at, version""";

    /** What lies in a scope; of an institution's, holders' own affairs do not (Q6). */
    String IN_SCOPE = """
            <if test="p.scope.institutionId != null">
                AND institution_id = #{p.scope.institutionId} AND recipient_kind &lt;&gt; 'HOLDER'
            </if>
            <if test="p.scope.regionCode != null">AND region_code = #{p.scope.regionCode}</if>""";

    String AS_ASKED = """
            <if test="p.filter.about.institutionId != null">AND institution_id = #{p.filter.about.institutionId}</if>
            <if test="p.filter.about.subject != null">
                AND subject_kind = #{p.filter.about.subject.kind} AND subject_key = #{p.filter.about.subject.key}
            </if>
            <if test="p.filter.recipient != null">
                AND recipient_kind = #{p.filter.recipient.kind} AND recipient_id = #{p.filter.recipient.id}
            </if>
            <if test="p.filter.workOnly">AND (state &lt;&gt; 'GAVE_UP' OR recipient_kind &lt;&gt; 'HOLDER')</if>
            <if test="p.filter.kind != null">AND kind = #{p.filter.kind}</if>
            <if test="p.filter.channel != null">AND channel = #{p.filter.channel}</if>
            <if test="p.filter.cause != null">
                AND (cause = #{p.filter.cause} OR SUBSTRING_INDEX(cause, ' ', 1) = #{p.filter.cause})
            </if>
            <if test="p.filter.period.from != null">AND created_at &gt;= #{p.filter.period.from}</if>
            <if test="p.filter.period.until != null">AND created_at &lt; #{p.filter.period.until}</if>""";

    @Select("""
            <script>
            SELECT id FROM (
            <foreach collection="p.branches" item="b" separator=" UNION ALL ">
                (SELECT id, created_at FROM notice FORCE INDEX (${b.index}) WHERE TRUE
                <if test="b.deskState != null">AND desk_state = #{b.deskState}</if>
                <if test="b.states != null">AND state IN
                    <foreach collection="b.states" item="s" open="(" separator="," close=")">#{s}</foreach>
                </if>
            """ + IN_SCOPE + AS_ASKED + """
                <if test="p.after != null">
                    AND created_at &lt;= #{p.after.createdAt}
                    AND (created_at &lt; #{p.after.createdAt} OR id &lt; #{p.after.id})
                </if>
                ORDER BY created_at DESC, id DESC LIMIT #{p.limit})
            </foreach>
            ) page ORDER BY created_at DESC, id DESC LIMIT #{p.limit}
            </script>""")
    List<Long> page(@Param("p") Page page);

    /** Never as the session remembers it: others change notices without MyBatis. */
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("<script>SELECT " + COLUMNS + " FROM notice WHERE id IN"
            + " <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach></script>")
    List<NoticeRow> byIds(@Param("ids") Collection<Long> ids);
}
