package io.zhengxun.registry.submission.list;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a statement costs the database.
 *
 * @param rowsRead of tables, through indexes
 * @param badReads plans that sort a table or read it without an index, in the words of EXPLAIN
 */
record Cost(long rowsRead, List<String> badReads) {

    static Cost of(Statement statement, JdbcTemplate jdbc, TransactionTemplate transaction) {
        String sql = statement.getText().replaceAll("#\\{s\\.values\\[\\d+]}", "?");
        Object[] values = statement.getValues().stream().map(Cost::plain).toArray();
        // One transaction: counts are kept per connection.
        return transaction.execute(status -> {
            long before = reads(jdbc);
            jdbc.queryForList(sql, values);
            long after = reads(jdbc);
            List<String> bad = jdbc.queryForList("EXPLAIN " + sql, values).stream()
                    .filter(Cost::readsATable)
                    .filter(row -> String.valueOf(row.get("Extra")).contains("filesort")
                            || String.valueOf(row.get("type")).equals("ALL"))
                    .map(String::valueOf)
                    .toList();
            return new Cost(after - before, bad);
        });
    }

    private static boolean readsATable(Map<String, Object> row) {
        return row.get("table") != null && !row.get("table").toString().startsWith("<");
    }

    private static long reads(JdbcTemplate jdbc) {
        return jdbc.query(
                        "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_key', 'Handler_read_next',"
                                + " 'Handler_read_prev', 'Handler_read_first', 'Handler_read_last')",
                        (row, n) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
