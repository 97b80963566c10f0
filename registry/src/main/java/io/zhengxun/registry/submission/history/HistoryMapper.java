package io.zhengxun.registry.submission.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface HistoryMapper {

    record Uploaded(String number, Instant at, int rows) {}

    /** A returned row: how it was and how it came back, sealed where it is personal. Bare fields: too many for a record. */
    class RowOfReturn {
        long returnId;
        int rowNo;
        String reason;
        String remark;
        byte[] beforeName;
        String beforeIdType;
        byte[] beforeId;
        String beforeOccupation;
        String beforeJob;
        String beforeLevel;
        LocalDate beforeIssueDate;
        byte[] afterName;
        String afterIdType;
        byte[] afterId;
        String afterOccupation;
        String afterJob;
        String afterLevel;
        LocalDate afterIssueDate;
    }

    @Select("SELECT number, uploaded_at, row_count FROM upload WHERE submission_id = #{submissionId} ORDER BY id")
    List<Uploaded> uploads(long submissionId);

    @Select("SELECT id FROM submission_return WHERE submission_id = #{submissionId} ORDER BY id LIMIT #{limit}")
    List<Long> returnsOf(@Param("submissionId") long submissionId, @Param("limit") int limit);

    @Select("""
            SELECT return_id, row_no, reason, remark, before_name, before_id_type, before_id, before_occupation,
                before_job, before_level, before_issue_date, after_name, after_id_type, after_id, after_occupation,
                after_job, after_level, after_issue_date
            FROM return_row WHERE certificate_id = #{certificateId} ORDER BY return_id""")
    List<RowOfReturn> rowsOfReturns(long certificateId);
}
