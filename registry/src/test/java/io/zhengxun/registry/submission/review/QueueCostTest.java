package io.zhengxun.registry.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is asked of a full queue, a page is read from an index in its order, at any depth. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueCostTest {

    private static final int BATCHES = 20_000;
    private static final int INSTITUTIONS = 40;
    private static final int LIMIT = 50;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 100;
    private static final String HANDLER = "queue-handler";
    private static final List<Stage> STAGES = List.of(
            Stage.RECEIVED, Stage.CITY_REVIEW, Stage.CITY_REVIEWED, Stage.CITY_APPROVED, Stage.PROVINCE_REVIEW,
            Stage.PROVINCE_REVIEWED, Stage.PROVINCE_APPROVED, Stage.PUBLISHED);

    @Autowired
    QueueMapper mapper;

    @Autowired
    WorkQueue queue;

    @Autowired
    BatchCases cases;

    @Autowired
    RowsRead rowsRead;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlSessionFactory sessions;

    private final List<Institution> institutions = new ArrayList<>();

    /** Institutions, stages, due dates and handlers in all combinations; every fifth institution is provincial. */
    @BeforeAll
    void fill() {
        for (int i = 0; i < INSTITUTIONS; i++) {
            institutions.add(cases.institution(i % 5 == 4 ? Tier.PROVINCIAL : Tier.MUNICIPAL));
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            rows.add(row(i));
        }
        jdbc.batchUpdate("""
                INSERT INTO submission (number, institution_id, tier, region_code, stage, desk, due_on, handler, kind,
                    stage_since, desk_received_at, row_count, carried_rows, late_rows, submitted_by, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'REPORT', ?, ?, 1, 1, 0, 'queue-fill', ?, 0)""", rows);
    }

    private Object[] row(int i) {
        Institution institution = institutions.get(i % INSTITUTIONS);
        Stage stage = STAGES.get(i / INSTITUTIONS % STAGES.size());
        if (!stage.occursFor(institution.tier())) {
            stage = Stage.RECEIVED;
        }
        LocalDate due = stage == Stage.PUBLISHED ? null : FIRST.plusDays(i / 7 % DAYS);
        Instant now = Instant.parse("2026-01-05T02:00:00Z");
        return new Object[] {
            "QC%06d-%s".formatted(i, institution.numberPrefix().substring(7)), institution.id(),
            institution.tier().name(), institution.regionCode(), stage.name(), stage.desk(institution.tier()).name(), due,
            i % 50 == 0 ? HANDLER : null, now, now, now,
        };
    }

    @AfterAll
    void clear() {
        jdbc.update("DELETE FROM submission WHERE submitted_by = 'queue-fill'");
    }

    private record Depth(String name, QueueKey after) {}

    private static final List<Depth> DEPTHS = List.of(
            new Depth("first page", null), new Depth("deep within a day", new QueueKey(FIRST.plusDays(50), 1)),
            new Depth("deep behind a day", new QueueKey(FIRST.plusDays(70), Long.MAX_VALUE)),
            new Depth("behind what is not due", new QueueKey(null, Long.MAX_VALUE)));

    /** City and province, alone and by stage: a page reads its rows and hardly more. */
    static Stream<QueueSearch> queues() {
        List<QueueSearch> searches = new ArrayList<>();
        for (Depth depth : DEPTHS) {
            for (LocalDate until : new LocalDate[] {null, FIRST.plusDays(90)}) {
                for (Stage stage : new Stage[] {null, Stage.RECEIVED, Stage.CITY_REVIEW, Stage.CITY_APPROVED}) {
                    searches.add(new QueueSearch(
                            Desk.CITY, BatchCases.CITY, null, stage, null, until, depth.after(), LIMIT));
                }
                for (Stage stage : new Stage[] {null, Stage.RECEIVED, Stage.PROVINCE_REVIEW, Stage.PROVINCE_APPROVED}) {
                    searches.add(new QueueSearch(Desk.PROVINCE, null, null, stage, null, until, depth.after(), LIMIT));
                }
            }
        }
        return searches.stream();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void a_page_of_a_queue_reads_little_more_than_itself(QueueSearch search) {
        assertThat(rowsRead.during(() -> assertThat(mapper.places(search)).hasSize(LIMIT))).isBetween((long) LIMIT, 2L * LIMIT);
        checkPlan(search);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_LEAD, PUBLISHED", "CITY_LEAD, PROVINCE_REVIEW", "PROVINCE_LEAD, PUBLISHED", "PROVINCE_LEAD, CITY_REVIEW"
    })
    void a_stage_of_another_desk_is_not_searched(Role role, Stage stage) {
        Staff reader = BatchCases.staff(role, institutions.get(0));
        QueueFilter filter = new QueueFilter(stage, null, false, null, false);

        assertThat(rowsRead.during(() -> assertThat(queue.page(filter, null, LIMIT, reader).items()).isEmpty()))
                .isLessThan(LIMIT);
    }

    /** One person's and one institution's: what else is asked is looked for among their open batches. */
    static Stream<QueueSearch> narrowQueues() {
        List<QueueSearch> searches = new ArrayList<>();
        for (Depth depth : DEPTHS) {
            for (Stage stage : new Stage[] {null, Stage.PROVINCE_REVIEW}) {
                for (LocalDate until : new LocalDate[] {null, FIRST.plusDays(90)}) {
                    for (Long institution : new Long[] {null, 0L}) {
                        for (String handler : new String[] {null, HANDLER}) {
                            if (institution != null || handler != null) {
                                searches.add(new QueueSearch(
                                        Desk.PROVINCE, null, institution, stage, handler, until, depth.after(), LIMIT));
                            }
                        }
                    }
                }
            }
        }
        return searches.stream();
    }

    @ParameterizedTest
    @MethodSource("narrowQueues")
    void one_institutions_and_one_persons_queue_read_what_is_theirs(QueueSearch narrow) {
        QueueSearch search = narrow.institutionId() == null ? narrow : of(institutions.get(0), narrow);
        int theirs = BATCHES / INSTITUTIONS;

        assertThat(rowsRead.during(() -> mapper.places(search))).isLessThan(theirs + LIMIT);
        checkPlan(search);
    }

    private static QueueSearch of(Institution institution, QueueSearch search) {
        return new QueueSearch(
                search.desk(), search.regionCode(), institution.id(), search.stage(), search.handler(),
                search.dueUntil(), search.after(), search.limit());
    }

    private void checkPlan(QueueSearch search) {
        Map<String, Object> plan = plan(search);
        assertThat(plan.get("key")).isEqualTo(search.index());
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort", "temporary");
    }

    @ParameterizedTest
    @MethodSource("regions")
    void everything_of_the_queue_is_in_its_pages(String regionCode, Desk desk) {
        int expected = jdbc.queryForObject(
                "SELECT COUNT(*) FROM submission WHERE region_code = ? AND desk = ?", Integer.class, regionCode, desk.name());
        List<QueueMapper.Place> all = new ArrayList<>();
        List<QueueMapper.Place> page;
        QueueKey after = null;
        do {
            page = mapper.places(new QueueSearch(desk, regionCode, null, null, null, null, after, 500));
            all.addAll(page);
            after = page.isEmpty() ? null : QueueKey.of(page.get(page.size() - 1));
        } while (after != null);

        assertThat(all).hasSize(expected).doesNotHaveDuplicates();
    }

    static Stream<Arguments> regions() {
        return Stream.of(
                Arguments.of(BatchCases.CITY, Desk.CITY),
                Arguments.of(Region.PROVINCE_CODE, Desk.PROVINCE));
    }

    /** The server's plan for the very statement that the mapper sends. */
    private Map<String, Object> plan(QueueSearch search) {
        Configuration configuration = sessions.getConfiguration();
        BoundSql sql = configuration
                .getMappedStatement(QueueMapper.class.getName() + ".places")
                .getBoundSql(search);
        MetaObject parameters = configuration.newMetaObject(search);
        Object[] values = sql.getParameterMappings().stream()
                .map(mapping -> parameters.getValue(mapping.getProperty()))
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value)
                .toArray();
        return jdbc.queryForList("EXPLAIN " + sql.getSql(), values).get(0);
    }
}
