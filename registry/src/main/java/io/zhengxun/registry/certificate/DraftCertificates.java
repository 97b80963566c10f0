package io.zhengxun.registry.certificate;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only rows that are ever deleted: those of a draft, which the institution throws away before it is submitted. */
@Component
class DraftCertificates {

    private static final String TRAVELLED =
            "SELECT COUNT(*) FROM certificate WHERE submission_id = ? AND (return_id IS NOT NULL OR published_on IS NOT NULL)";

    private final JdbcTemplate jdbc;

    DraftCertificates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int delete(long submissionId) {
        if (jdbc.queryForObject(TRAVELLED, Integer.class, submissionId) > 0) {
            throw new IllegalStateException("Batch " + submissionId + " was reported: its rows stay for ever.");
        }
        return jdbc.update("DELETE FROM certificate WHERE submission_id = ?", submissionId);
    }
}
