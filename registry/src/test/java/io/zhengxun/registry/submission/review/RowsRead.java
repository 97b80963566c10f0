package io.zhengxun.registry.submission.review;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what the server reads of tables and indexes, which is the cost of a query however busy the machine is. */
@Component
class RowsRead {

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    RowsRead(TransactionTemplate transaction, JdbcTemplate jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Within one transaction, and so on one connection. */
    long during(Runnable queries) {
        return transaction.execute(status -> {
            long before = readSoFar();
            queries.run();
            return readSoFar() - before;
        });
    }

    private long readSoFar() {
        List<Long> counters = jdbc.query(
                "SHOW SESSION STATUS LIKE 'Handler_read%'", (row, i) -> Long.parseLong(row.getString(2)));
        return counters.stream().mapToLong(Long::longValue).sum();
    }
}
