package io.zhengxun.registry.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.submission.BatchCases;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Of 100,000 notices in 92 days a page reads little more than itself, and figures read their period. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeDeskCostTest {

    private static final Logger log = LoggerFactory.getLogger(NoticeDeskCostTest.class);

    private static final int NOTICES = 100_000;
    private static final int LIMIT = 50;
    private static final Instant LAST = Instant.now().minusSeconds(60);
    private static final int SECONDS_APART = 79;
    private static final String CITY = "440100";
    /** One city's share, so that it is some thousands. */
    private static final int CITIES = 20;

    @Autowired
    NoticeList list;

    @Autowired
    NoticeListMapper mapper;

    @Autowired
    NoticeStatistics statistics;

    @Autowired
    WorkList work;

    @Autowired
    BatchCases cases;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlSessionFactory sessions;

    private long institution;

    /**
     * Of a hundred: 1 nobody was reached, 1 held, 1 cancelled, 2 outdated, 1 queued, 34 accepted, 60 delivered. One institution
     * has one of fifty.
     */
    @BeforeAll
    void fill() {
        institution = cases.institution(Tier.MUNICIPAL).id();
        long other = cases.institution(Tier.MUNICIPAL).id();
        jdbc.update("""
                INSERT INTO notice (kind, notice_key, recipient_kind, recipient_id, lane, institution_id, region_code,
                    subject_kind, subject_key, facts, urgent, channels, channel, state, open_mark, round, attempts, due_at,
                    accepted_at, delivered_at, ended_at, cause, occurred_at, created_at, version)
                SELECT ELT(1 + n % 3, 'RETURN', 'DEADLINES', 'PUBLISHED'), CONCAT('cost:', n), 'CONTACT', n % 1000,
                    CONCAT('C', n % 1000), IF(n % 50 = 0, ?, ?), IF(n % ? = 0, ?, '449900'), 'RETURN', CONCAT('TH', n),
                    '{"institution":"x","batch":"PC261123-7KQ2MX4T","return":"TH261123-3FZ8WA5N","rows":"12"}',
                    n % 3 = 0, 'TEMPLATE,EMAIL', 'TEMPLATE',
                    CASE WHEN n % 100 = 7 THEN 'GAVE_UP' WHEN n % 100 = 40 THEN 'HELD' WHEN n % 100 = 60 THEN 'CANCELLED'
                        WHEN n % 100 IN (1, 80) THEN 'OBSOLETE' WHEN n % 100 = 20 THEN 'QUEUED'
                        WHEN n % 100 < 40 THEN 'SENT' ELSE 'DELIVERED' END,
                    IF(n % 100 = 20, 1, NULL), 0, 0, TIMESTAMPADD(SECOND, -n * ?, ?),
                    IF(n % 100 IN (7, 40, 60, 1, 80, 20), NULL, TIMESTAMPADD(SECOND, 2 - n * ?, ?)), NULL, NULL,
                    IF(n % 100 = 7, 'NO_ADDRESS', ''), TIMESTAMPADD(SECOND, -n * ?, ?), TIMESTAMPADD(SECOND, -n * ?, ?), 0
                FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
                    FROM DIGITS a CROSS JOIN DIGITS b CROSS JOIN DIGITS c CROSS JOIN DIGITS e CROSS JOIN DIGITS f) numbers"""
                        .replace("DIGITS", digits()),
                institution, other, CITIES, CITY, SECONDS_APART, last(), SECONDS_APART, last(), SECONDS_APART, last(),
                SECONDS_APART, last());
        jdbc.update("""
                INSERT INTO notice_attempt (notice_id, channel, round, attempt, started_at, ended_at, outcome, code,
                    message_id, request_id)
                SELECT id, 'TEMPLATE', 0, 1, COALESCE(accepted_at, created_at), COALESCE(accepted_at, created_at),
                    IF(accepted_at IS NULL, 'RECIPIENT', 'ACCEPTED'), IF(accepted_at IS NULL, '40003', ''),
                    CONCAT('m', id), '' FROM notice WHERE notice_key LIKE 'cost:%'""");
        jdbc.update("""
                INSERT INTO delivery_report (channel, message_id, delivered, cause, reported_at, received_at)
                SELECT 'TEMPLATE', CONCAT('m', id), TRUE, '', accepted_at, accepted_at FROM notice
                WHERE state = 'DELIVERED' AND notice_key LIKE 'cost:%'""");
        jdbc.execute("ANALYZE TABLE notice, notice_attempt, delivery_report");
    }

    private static String digits() {
        return "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5"
                + " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
    }

    private static Timestamp last() {
        return Timestamp.from(LAST);
    }

    @AfterAll
    void clear() {
        jdbc.update("DELETE FROM delivery_report WHERE message_id LIKE 'm%'");
        jdbc.update("DELETE FROM notice_attempt WHERE message_id LIKE 'm%'");
        jdbc.update("DELETE FROM notice WHERE notice_key LIKE 'cost:%'");
    }

    /** @param mostRead of a page, in rows */
    record Question(String name, NoticeFilter filter, Scope scope, long mostRead) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Question> questions() {
        Scope province = Scope.ofProvince();
        Scope city = Scope.ofCity(CITY);
        NoticeFilter none = NoticeFilter.none();
        return Stream.of(
                new Question("the province's latest", none, province, 250),
                new Question("a city's latest", none, city, 250),
                new Question("the province's work", in(NoticeState.GAVE_UP, NoticeState.HELD), province, 400),
                // n % 100 = 40 is the city's share of what is held; none is given up there.
                new Question("a city's work", in(NoticeState.GAVE_UP, NoticeState.HELD), city, 400),
                new Question("cancelled", in(NoticeState.CANCELLED), province, 250),
                new Question("a city's cancelled", in(NoticeState.CANCELLED), city, 250),
                new Question("delivered", in(NoticeState.DELIVERED), province, 300),
                // All that wait, which are 1,000 here.
                new Question("queued", in(NoticeState.QUEUED), province, 2_500),
                new Question("one of three kinds", of(NoticeKind.PUBLISHED), province, 400),
                new Question("of a contact", to(Recipient.contact(40)), province, 400),
                new Question("of a return", about(new Deed.Subject(Deed.Subject.Kind.RETURN, "TH500")), province, 100));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_page_reads_little_more_than_itself_at_any_depth(Question question) {
        List<Notice> first = list.page(question.filter(), question.scope(), null, LIMIT);
        assertThat(first).isNotEmpty();
        assertThat(read(() -> list.page(question.filter(), question.scope(), null, LIMIT))).isLessThan(question.mostRead());
        NoticePlace deep = new NoticePlace(LAST.minus(Duration.ofDays(45)), Long.MAX_VALUE);
        assertThat(read(() -> list.page(question.filter(), question.scope(), deep, LIMIT))).isLessThan(question.mostRead());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_page_is_read_from_indexes(Question question) {
        List<Map<String, Object>> plan = plan(question);
        assertThat(plan)
                .filteredOn(line -> "notice".equals(line.get("table")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.get("type")).isIn("range", "ref"))
                .allSatisfy(line -> assertThat(String.valueOf(line.get("key"))).startsWith("ix_notice_"));
    }

    @Test
    void an_institution_reads_its_own() {
        Scope scope = Scope.ofInstitution(institution);

        assertThat(read(() -> assertThat(list.page(NoticeFilter.none(), scope, null, LIMIT)).hasSize(LIMIT))).isLessThan(250);
        assertThat(read(() -> list.page(in(NoticeState.OBSOLETE), scope, null, LIMIT))).isLessThan(NOTICES / 50 + 200);
    }

    @Test
    void figures_read_their_period_and_not_the_rest() {
        NoticeFilter.Period week = new NoticeFilter.Period(LAST.minus(Duration.ofDays(7)), LAST.plusSeconds(1));
        long written = Duration.ofDays(7).toSeconds() / SECONDS_APART;

        NoticeStatistics.Figures figures = statistics.of(week, Scope.ofProvince());

        assertThat(figures.tallies().stream().mapToLong(NoticeStatistics.Tally::notices).sum())
                .isBetween(written - 2, written + 2);
        assertThat(figures.tries().stream().mapToLong(NoticeStatistics.Tries::quick).sum())
                .isEqualTo(figures.tries().stream().mapToLong(NoticeStatistics.Tries::timed).sum())
                .isPositive();
        // Notices twice, each with its try, its report, and a look for a decision of the night; then those that wait.
        assertThat(read(() -> statistics.of(week, Scope.ofProvince()))).isLessThan(10 * written + 3_000);
        assertThat(read(() -> statistics.of(week, Scope.ofCity(CITY)))).isLessThan(10 * written / CITIES + 3_000);
    }

    @Test
    void the_work_list_reads_what_is_on_it() {
        WorkList.Notices all = work.notices(Scope.ofProvince());

        assertThat(all.causes().stream().mapToLong(WorkList.CauseCount::notices).sum()).isGreaterThanOrEqualTo(NOTICES / 50);
        assertThat(read(() -> work.notices(Scope.ofProvince()))).isLessThan(NOTICES / 50 + 500);
        assertThat(read(() -> work.notices(Scope.ofCity(CITY)))).isLessThan(NOTICES / 50);
    }

    /** For the record: how long it takes on this machine. */
    @Test
    void ninety_two_days_of_figures_are_counted_in_seconds() {
        NoticeFilter.Period most =
                new NoticeFilter.Period(LAST.plusSeconds(1).minus(Duration.ofDays(NoticeFilter.MOST_DAYS)), LAST.plusSeconds(1));

        long began = System.nanoTime();
        NoticeStatistics.Figures figures = statistics.of(most, Scope.ofProvince());
        Duration taken = Duration.ofNanos(System.nanoTime() - began);

        log.info("Figures of {} notices took {} ms.", NOTICES, taken.toMillis());
        assertThat(figures.tallies().stream().mapToLong(NoticeStatistics.Tally::notices).sum()).isGreaterThan(NOTICES - 10L);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
    }

    private long read(Runnable queries) {
        return transaction.execute(status -> {
            long before = readSoFar();
            queries.run();
            return readSoFar() - before;
        });
    }

    private long readSoFar() {
        return jdbc.query("SHOW SESSION STATUS LIKE 'Handler_read%'", (row, i) -> Long.parseLong(row.getString(2))).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The server's plan for the very statement that the mapper sends. */
    private List<Map<String, Object>> plan(Question question) {
        NoticeListMapper.Page page = new NoticeListMapper.Page(
                Branch.of(question.filter(), question.scope()), question.filter(), question.scope(),
                new NoticePlace(LAST, Long.MAX_VALUE), LIMIT);
        Configuration configuration = sessions.getConfiguration();
        Map<String, Object> arguments = Map.of("p", page);
        BoundSql sql = configuration.getMappedStatement(NoticeListMapper.class.getName() + ".page").getBoundSql(arguments);
        MetaObject given = configuration.newMetaObject(arguments);
        Object[] values = sql.getParameterMappings().stream()
                .map(mapping -> mapping.getProperty())
                .map(name -> sql.hasAdditionalParameter(name) ? sql.getAdditionalParameter(name) : given.getValue(name))
                .map(NoticeDeskCostTest::plain)
                .toArray();
        return jdbc.queryForList("EXPLAIN " + sql.getSql(), values);
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static NoticeFilter in(NoticeState... states) {
        return new NoticeFilter(Set.of(states), false, null, null, NoticeFilter.About.ANYTHING, null, NoticeFilter.Period.ALWAYS, null);
    }

    private static NoticeFilter of(NoticeKind kind) {
        return new NoticeFilter(
                Set.of(), false, kind, Channel.TEMPLATE, NoticeFilter.About.ANYTHING, null, NoticeFilter.Period.ALWAYS, null);
    }

    private static NoticeFilter to(Recipient recipient) {
        return new NoticeFilter(
                Set.of(), false, null, null, NoticeFilter.About.ANYTHING, recipient, NoticeFilter.Period.ALWAYS, null);
    }

    private static NoticeFilter about(Deed.Subject subject) {
        return new NoticeFilter(
                Set.of(), false, null, null, new NoticeFilter.About(subject, null), null, NoticeFilter.Period.ALWAYS, null);
    }
}
