package io.zhengxun.registry.certificate;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ShownMapper {

    @Select("""
            SELECT id, number, submission_id, institution_id, row_no, name_sealed, id_type, id_sealed, occupation, job,
                level, issue_date, standing, return_id, published_on
            FROM certificate FORCE INDEX (ix_certificate_row)
            WHERE submission_id = #{submissionId} AND row_no > #{after} ORDER BY row_no LIMIT #{limit}""")
    List<CertificateRow> page(
            @Param("submissionId") long submissionId, @Param("after") int after, @Param("limit") int limit);
}
