package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Scope;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ComplaintListMapper {

    /** One state in the order of one index. */
    record Part(ComplaintState state, Scope scope, ComplaintKey after, int limit) {}

    String OF_PART = """
            <choose>
            <when test="p.scope.institutionId != null">FORCE INDEX (ix_complaint_institution)
                WHERE institution_id = #{p.scope.institutionId} AND asked_mark = 1 AND
            </when>
            <when test="p.scope.regionCode != null">FORCE INDEX (ix_complaint_region)
                WHERE region_code = #{p.scope.regionCode} AND
            </when>
            <otherwise>FORCE INDEX (ix_complaint_state) WHERE</otherwise>
            </choose>
            state = #{p.state} AND""";

    @Select("<script>SELECT " + ComplaintMapper.COLUMNS + " FROM complaint " + OF_PART + """
             due_on &gt;= #{p.after.dueOn} AND (due_on &gt; #{p.after.dueOn} OR id &gt; #{p.after.id})
            ORDER BY due_on, id LIMIT #{p.limit}
            </script>""")
    List<Complaint> open(@Param("p") Part part);

    @Select("<script>SELECT " + ComplaintMapper.COLUMNS + " FROM complaint " + OF_PART + """
             due_on IS NULL AND id &lt; #{p.after.id} ORDER BY id DESC LIMIT #{p.limit}
            </script>""")
    List<Complaint> closed(@Param("p") Part part);
}
