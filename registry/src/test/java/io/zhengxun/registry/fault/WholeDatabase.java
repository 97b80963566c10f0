package io.zhengxun.registry.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that is stored, as one value: equal before and after means that nothing has changed. */
record WholeDatabase(Map<String, Long> checksums) {

    static WholeDatabase now(JdbcTemplate jdbc, Set<String> ignored) {
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);
        tables.removeAll(ignored);
        Map<String, Long> checksums = new TreeMap<>();
        jdbc.query(
                "CHECKSUM TABLE `" + String.join("`, `", tables) + "` EXTENDED",
                row -> {
                    checksums.put(row.getString("Table"), row.getLong("Checksum"));
                });
        return new WholeDatabase(checksums);
    }
}
