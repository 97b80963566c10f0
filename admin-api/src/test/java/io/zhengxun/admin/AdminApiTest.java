package io.zhengxun.admin;

import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.KeepingAccounts;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application on real servers and a real port, with a settable clock, two institutions of one city, and an account of
 * each role: own, other, city, city-lead, elsewhere, elsewhere-lead, province, province-lead, auditor, admin.
 */
@SpringBootTest(
        classes = AdminApiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=admin-api",
            "zhengxun.wechat.mp.app-id=wx0123456789abcdef",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test0secret0test0secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:1",
            "zhengxun.upload.most-kept=4",
            "zhengxun.privacy.encryption-keys.1=3q2+796tvu/erb7v3q2+7w==",
            "zhengxun.privacy.index-keys.1=ZGVtby1pbmRleC1rZXktbm90LWZvci1yZWFsLXVzZSE=",
            // Tests that move the clock by months are not about passwords.
            "zhengxun.account.password-age=36500d"
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
    protected Accounts accounts;

    @Autowired
    protected KeepingAccounts keeping;

    @Autowired
    protected OpeningAccount opening;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    protected Submissions submissions;

    @Autowired
    private Workflow workflow;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    protected int port;

    protected Institution institution;

    private int plans;

    @BeforeEach
    void start_from_the_same_state() {
        clock.set(NOW);
        empty("invitation_scan", "invitation", "contact", "upload_part", "upload_flaw", "upload", "overdue_statement",
                "finding", "return_row", "submission_return", "certificate", "submission", "issuance", "deadline");
        if (institutions.findByNumberPrefix(InventedRows.PREFIX).isEmpty()) {
            file(InventedRows.PREFIX, InventedRows.INSTITUTION);
            file("S000044010002", "广州另一示例评价中心（测试）");
        }
        institution = institutions.findByNumberPrefix(InventedRows.PREFIX).orElseThrow();
        if (accounts.find("own").isEmpty()) {
            openAccounts();
        }
    }

    /** Batches and returns refer to each other: on one connection that does not mind. */
    private void empty(String... tables) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (String table : tables) {
                    statement.execute("DELETE FROM " + table);
                }
                statement.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
            return null;
        });
    }

    private void openAccounts() {
        long other = institutions.findByNumberPrefix("S000044010002").orElseThrow().id();
        open("other", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(other));
        open("city", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
        open("city-lead", Role.CITY_LEAD, Scope.ofCity("440100"));
        open("elsewhere", Role.CITY_DATA_MANAGER, Scope.ofCity("440200"));
        open("elsewhere-lead", Role.CITY_LEAD, Scope.ofCity("440200"));
        open("province", Role.PROVINCE_REVIEWER, Scope.ofProvince());
        open("province-lead", Role.PROVINCE_LEAD, Scope.ofProvince());
        open("auditor", Role.AUDITOR, Scope.ofProvince());
        open("admin", Role.ADMINISTRATOR, Scope.ofProvince());
        open("own", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()));
    }

    /** Opens an account that needs no change of its password, {@link AdminApi#PASSWORD}. */
    protected void open(String username, Role role, Scope scope) {
        opening.open(
                new NewAccount(username, "测试员（" + username + "）", role, scope), AdminApi.PASSWORD, false, Actor.system());
    }

    private void file(String prefix, String name) {
        institutions.file(new NewInstitution(
                prefix, name, Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED, Level.INTERMEDIATE))));
    }

    /** Registers an issuance of the first institution with the rows of {@link InventedRows}; returns its number. */
    protected String issued(int count, LocalDate issueDate) {
        return as("own")
                .post("/api/issuances", Map.of(
                        "planNo", "计划" + ++plans, "occupation", "电工", "level", "高级工", "count", count,
                        "issueDate", issueDate.toString()))
                .json()
                .path("number")
                .asString();
    }

    /** A batch of the institution that its city has taken up; returns its number. */
    protected String underReview(int firstSerial, int rows) {
        String number = as("own")
                .handIn(InventedRows.csv(firstSerial, rows, ISSUED), issued(rows, ISSUED))
                .json()
                .at("/submission/number")
                .asString();
        as("own").post("/api/submissions/" + number + "/submit", Map.of("version", 0));
        Staff city = new Staff(
                "city", "测试员（city）", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"), "127.0.0.1");
        transaction.executeWithoutResult(status -> workflow.move(
                submissions.findByNumber(number).orElseThrow(), Act.TAKE_UP, city, moved -> Map.of()));
        return number;
    }

    /** The institution's data manager, for what is called without the API. */
    protected Staff own() {
        return new Staff(
                "own", "测试员（own）", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()), "127.0.0.1");
    }

    protected AdminApi as(String account) {
        return new AdminApi(port, account);
    }

    protected int count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}
