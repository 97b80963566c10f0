package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Scope;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReturnListMapper {

    /** One state of the filter in the order of one index. */
    record Part(ReturnState state, ReturnFilter filter, Scope scope, ReturnKey after, int limit) {

        public Long institution() {
            return scope.institutionId() != null ? scope.institutionId() : filter.institutionId();
        }
    }

    String OF_PART = """
            <choose>
            <when test="p.institution != null">FORCE INDEX (ix_submission_return_institution)
                WHERE institution_id = #{p.institution} AND
                <if test="p.filter.institutionId != null">institution_id = #{p.filter.institutionId} AND</if>
                <if test="p.scope.regionCode != null">region_code = #{p.scope.regionCode} AND</if>
            </when>
            <when test="p.scope.regionCode != null">FORCE INDEX (ix_submission_return_region)
                WHERE region_code = #{p.scope.regionCode} AND
            </when>
            <otherwise>FORCE INDEX (ix_submission_return_state) WHERE</otherwise>
            </choose>
            <if test="p.filter.returnedBy != null">returned_by = #{p.filter.returnedBy} AND</if>
            state = #{p.state} AND""";

    @Select("<script>SELECT " + ReturnMapper.COLUMNS + " FROM submission_return " + OF_PART + """
             due_on &gt;= #{p.after.dueOn} AND (due_on &gt; #{p.after.dueOn} OR id &gt; #{p.after.id})
            ORDER BY due_on, id LIMIT #{p.limit}
            </script>""")
    List<Return> open(@Param("p") Part part);

    @Select("<script>SELECT " + ReturnMapper.COLUMNS + " FROM submission_return " + OF_PART + """
             due_on IS NULL AND id &lt; #{p.after.id} ORDER BY id DESC LIMIT #{p.limit}
            </script>""")
    List<Return> corrected(@Param("p") Part part);

    @Select("""
            SELECT reason_code, reason, COUNT(*) FROM return_row WHERE return_id = #{returnId}
            GROUP BY reason_code, reason ORDER BY COUNT(*) DESC, reason_code""")
    List<ReturnList.ReasonCount> reasons(long returnId);

    record Unnotified(String regionCode, int returns) {}

    @Select("""
            SELECT region_code, COUNT(*) AS returns FROM submission_return FORCE INDEX (ix_submission_return_state)
            WHERE state = 'RECORDED' GROUP BY region_code""")
    List<Unnotified> unnotifiedByCentre();
}
