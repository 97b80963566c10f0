package io.zhengxun.registry.fault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that is stored, as one value: equal before and after means that nothing has changed. */
record WholeDatabase(Map<String, Long> checksums) {

    static WholeDatabase now(JdbcTemplate jdbc) {
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);
        Map<String, Long> checksums = new TreeMap<>();
        for (String table : tables) {
            checksums.put(table, jdbc.queryForObject(
                    "CHECKSUM TABLE `" + table + "` EXTENDED", (row, n) -> row.getLong("Checksum")));
        }
        return new WholeDatabase(checksums);
    }
}
