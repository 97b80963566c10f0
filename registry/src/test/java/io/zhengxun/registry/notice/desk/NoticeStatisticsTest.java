package io.zhengxun.registry.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Statistics never keep the database busy for long. */
@RegistryTest
class NoticeStatisticsTest {

    private static final NoticeFilter.Period DAY =
            new NoticeFilter.Period(Instant.parse("2026-11-22T16:00:00Z"), Instant.parse("2026-11-23T16:00:00Z"));

    @Autowired
    NoticeStatisticsMapper mapper;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    DataSource database;

    @Test
    void what_takes_too_long_is_given_up_and_said() throws SQLException {
        NoticeStatistics statistics =
                new NoticeStatistics(mapper, Clock.systemUTC(), manager, Duration.ofSeconds(1));
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES notice WRITE");
            try {
                assertThatThrownBy(() -> statistics.of(DAY, Scope.ofProvince())).isInstanceOf(StatisticsTooLong.class);
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }

        assertThat(statistics.of(DAY, Scope.ofProvince())).isNotNull();
    }
}
