package io.zhengxun.admin;

import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** The application on real servers and a real port, with a settable clock and three institutions. */
@SpringBootTest(
        classes = AdminApiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=admin-api",
            "zhengxun.demo=true",
            "zhengxun.upload.most-kept=4",
            "zhengxun.privacy.encryption-keys.1=3q2+796tvu/erb7v3q2+7w==",
            "zhengxun.privacy.index-keys.1=ZGVtby1pbmRleC1rZXktbm90LWZvci1yZWFsLXVzZSE=",
            "zhengxun.admin.accounts[0].username=own", "zhengxun.admin.accounts[0].password={noop}own",
            "zhengxun.admin.accounts[0].institution=" + InventedRows.PREFIX,
            "zhengxun.admin.accounts[1].username=other", "zhengxun.admin.accounts[1].password={noop}other",
            "zhengxun.admin.accounts[1].institution=S000044010002",
            "zhengxun.admin.accounts[2].username=city", "zhengxun.admin.accounts[2].password={noop}city",
            "zhengxun.admin.accounts[2].city=440100",
            "zhengxun.admin.accounts[3].username=elsewhere", "zhengxun.admin.accounts[3].password={noop}elsewhere",
            "zhengxun.admin.accounts[3].city=440200",
            "zhengxun.admin.accounts[4].username=province", "zhengxun.admin.accounts[4].password={noop}province",
            "zhengxun.admin.accounts[4].province=true",
            "zhengxun.admin.accounts[5].username=unfiled", "zhengxun.admin.accounts[5].password={noop}unfiled",
            "zhengxun.admin.accounts[5].institution=S000044990001"
        })
@ContextConfiguration(initializers = SharedServers.class)
@Import(AdminApiTest.Time.class)
public abstract class AdminApiTest {

    /** A Monday. */
    protected static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    protected static final LocalDate ISSUED = LocalDate.of(2026, 11, 2);

    /** A clock that stands still until it is set. */
    public static final class SettableClock extends Clock {

        private volatile Instant now = NOW;

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected Institutions institutions;

    @Autowired
    protected JdbcTemplate jdbc;

    @LocalServerPort
    protected int port;

    protected Institution institution;

    @BeforeEach
    void start_from_the_same_state() {
        clock.set(NOW);
        jdbc.update("DELETE FROM upload");
        jdbc.update("DELETE FROM certificate");
        jdbc.update("DELETE FROM submission");
        if (institutions.findByNumberPrefix(InventedRows.PREFIX).isEmpty()) {
            file(InventedRows.PREFIX, InventedRows.INSTITUTION);
            file("S000044010002", "广州另一示例评价中心（测试）");
        }
        institution = institutions.findByNumberPrefix(InventedRows.PREFIX).orElseThrow();
    }

    private void file(String prefix, String name) {
        institutions.file(new NewInstitution(
                prefix, name, Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED, Level.INTERMEDIATE))));
    }

    protected AdminApi as(String account) {
        return new AdminApi(port, account);
    }

    protected int count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}
