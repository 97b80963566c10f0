package io.zhengxun.registry.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the lines of a report, each with its text in Chinese. Many are one statement, which the driver makes of a
 * batch (rewriteBatchedStatements).
 */
@Component
class UploadFlawInsert {

    private static final String INSERT = """
            INSERT INTO upload_flaw (upload_id, flaw_no, row_no, field, masked_value, rule, code, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int LINES_PER_STATEMENT = 500;
    private static final int LONGEST_REASON = 300;

    private final JdbcTemplate jdbc;
    private final MessageSource messages;

    UploadFlawInsert(JdbcTemplate jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Adds lines within the caller's transaction.
     *
     * @param flawsSoFar how many lines the report has already
     */
    void add(long uploadId, int flawsSoFar, List<RowFlaw> flaws) {
        List<UploadFlaw> lines = new ArrayList<>(flaws.size());
        for (RowFlaw flaw : flaws) {
            lines.add(line(flawsSoFar + lines.size() + 1, flaw));
        }
        jdbc.batchUpdate(INSERT, lines, LINES_PER_STATEMENT, (statement, flaw) -> {
            statement.setLong(1, uploadId);
            statement.setInt(2, flaw.flawNo());
            statement.setInt(3, flaw.rowNo());
            statement.setString(4, flaw.field());
            statement.setString(5, flaw.maskedValue());
            statement.setString(6, flaw.rule());
            statement.setString(7, flaw.code());
            statement.setString(8, flaw.reason());
        });
    }

    private UploadFlaw line(int flawNo, RowFlaw flaw) {
        String reason = messages.getMessage(flaw.flaw(), Locale.SIMPLIFIED_CHINESE);
        return new UploadFlaw(
                flawNo,
                flaw.rowNo(),
                flaw.field().header(),
                flaw.maskedValue(),
                flaw.flaw().rule(),
                flaw.flaw().code(),
                reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…");
    }
}
