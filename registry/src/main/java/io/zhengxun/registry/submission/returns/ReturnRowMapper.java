package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.SealedSnapshot;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReturnRowMapper {

    /** A row as it is stored; a class with bare fields, since MyBatis fills those by name. */
    class Row {

        long certificateId;
        int rowNo;
        String reasonCode;
        String reason;
        String remark;
        byte[] beforeName;
        IdType beforeIdType;
        byte[] beforeId;
        String beforeOccupation;
        String beforeJob;
        Level beforeLevel;
        LocalDate beforeIssueDate;
        byte[] afterName;
        IdType afterIdType;
        byte[] afterId;
        String afterOccupation;
        String afterJob;
        Level afterLevel;
        LocalDate afterIssueDate;

        SealedSnapshot before() {
            return new SealedSnapshot(
                    certificateId, rowNo, beforeName, beforeIdType, beforeId, beforeOccupation, beforeJob, beforeLevel,
                    beforeIssueDate);
        }

        boolean isCorrected() {
            return afterName != null;
        }

        SealedSnapshot after() {
            return new SealedSnapshot(
                    certificateId, rowNo, afterName, afterIdType, afterId, afterOccupation, afterJob, afterLevel,
                    afterIssueDate);
        }
    }

    @Select("""
            SELECT certificate_id, row_no, reason_code, reason, remark, before_name, before_id_type, before_id,
                before_occupation, before_job, before_level, before_issue_date, after_name, after_id_type, after_id,
                after_occupation, after_job, after_level, after_issue_date
            FROM return_row FORCE INDEX (ix_return_row_row)
            WHERE return_id = #{returnId} AND row_no > #{after} ORDER BY row_no LIMIT #{limit}""")
    List<Row> page(@Param("returnId") long returnId, @Param("after") int after, @Param("limit") int limit);

    @Select("""
            SELECT row_no, reason_code, reason, remark FROM return_row FORCE INDEX (ix_return_row_row)
            WHERE return_id = #{returnId} AND row_no > #{after} ORDER BY row_no LIMIT #{limit}""")
    List<ReturnedRows.Reason> reasons(
            @Param("returnId") long returnId, @Param("after") int after, @Param("limit") int limit);
}
