package io.zhengxun.registry.submission.returns;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CertificateReturnMapper {

    class Row extends ReturnRowMapper.Row {

        long returnId;
    }

    @Select("""
            SELECT return_id, certificate_id, row_no, reason_code, reason, remark, before_name, before_id_type, before_id,
                before_occupation, before_job, before_level, before_issue_date, after_name, after_id_type, after_id,
                after_occupation, after_job, after_level, after_issue_date
            FROM return_row WHERE certificate_id = #{certificateId} ORDER BY return_id""")
    List<Row> ofCertificate(long certificateId);
}
