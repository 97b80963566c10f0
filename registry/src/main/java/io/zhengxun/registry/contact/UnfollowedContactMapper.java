package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface UnfollowedContactMapper {

    /** Contacts are some for each institution: those of a scope are looked through. */
    @Select("""
            <script>
            SELECT id FROM contact
            <choose>
            <when test="scope.institutionId != null">
                FORCE INDEX (ix_contact_institution) WHERE institution_id = #{scope.institutionId} AND
            </when>
            <when test="scope.regionCode != null">
                FORCE INDEX (ix_contact_region) WHERE region_code = #{scope.regionCode} AND
            </when>
            <otherwise>WHERE</otherwise>
            </choose>
            lasting_mark = 1 AND unfollowed_at IS NOT NULL ORDER BY unfollowed_at, id LIMIT #{limit}
            </script>""")
    List<Long> ids(@Param("scope") Scope scope, @Param("limit") int limit);
}
