package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Moves;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.Workflow;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the first release left behind goes on under this one, also when two instances start with it at once. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierReleaseTest {

    private static final Path PROGRAMS =
            Path.of("../embedded/target/server-programs").toAbsolutePath().normalize();
    private static final Institution CITYS =
            new Institution(1, "S000044100001", "示例评价中心一", Tier.MUNICIPAL, "440100", "000-00000000");
    private static final Institution PROVINCES =
            new Institution(2, "S000044100002", "示例评价中心二", Tier.PROVINCIAL, "440000", "000-00000000");
    /** 23:30 of that day in Shanghai: it is the next day nowhere yet. */
    private static final String CAME_AT = "2026-11-10 15:30:00";
    private static final LocalDate CAME_ON = LocalDate.of(2026, 11, 10);
    /** The day has begun in Shanghai, not in UTC. */
    private static final String NOTIFIED_AT = "2026-11-15 17:00:00";
    private static final LocalDate NOTIFIED_ON = LocalDate.of(2026, 11, 16);
    private static final Map<Stage, Act> FORWARD = Map.of(
            Stage.RECEIVED, Act.TAKE_UP,
            Stage.CITY_REVIEW, Act.PASS,
            Stage.CITY_REVIEWED, Act.APPROVE,
            Stage.CITY_APPROVED, Act.SEND_UP,
            Stage.PROVINCE_REVIEW, Act.PASS,
            Stage.PROVINCE_REVIEWED, Act.APPROVE,
            Stage.PROVINCE_APPROVED, Act.SEND_TO_MINISTRY,
            Stage.SENT_TO_MINISTRY, Act.PUBLISH_REST);

    /** Those at which something was due; passing and approving were no stages of their own then. */
    private static final List<Stage> UNDER_WAY = List.of(
            Stage.RECEIVED, Stage.CITY_REVIEW, Stage.CITY_APPROVED, Stage.PROVINCE_REVIEW, Stage.SENT_TO_MINISTRY);

    @Autowired
    Vault vault;

    private DataFolder folder;
    private EmbeddedServers servers;
    private JdbcTemplate jdbc;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private int lastRow = 1;

    @BeforeAll
    void two_instances_start_on_what_the_first_release_left(@TempDir Path data) {
        folder = DataFolder.claim(data);
        servers = new EmbeddedServers(folder, PROGRAMS, words -> {});
        servers.start();
        DriverManagerDataSource database = new DriverManagerDataSource(
                property("url"), property("username"), property("password"));
        jdbc = new JdbcTemplate(database);
        Flyway.configure().dataSource(database).target("1").load().migrate();
        fill(CITYS);
        fill(PROVINCES);
        Stream.of(instance(), instance()).toList().forEach(instance -> instances.add(instance.join()));
    }

    @AfterAll
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
        servers.close();
        folder.close();
    }

    private String property(String name) {
        return (String) servers.springProperties().get("spring.datasource." + name);
    }

    private CompletableFuture<ConfigurableApplicationContext> instance() {
        String[] settings = RegistryTest.class.getAnnotation(SpringBootTest.class).properties();
        return CompletableFuture.supplyAsync(() ->
                new SpringApplicationBuilder(RegistryTest.Rooms.class, ReturnCases.class)
                        .web(WebApplicationType.NONE)
                        .properties(settings)
                        .initializers(context -> context.getEnvironment().getPropertySources()
                                .addFirst(new MapPropertySource("own", servers.springProperties())))
                        .run());
    }

    /** A batch at every stage that the first release knew; returned ones with and without the receipt of the notice. */
    private void fill(Institution institution) {
        jdbc.update("INSERT INTO institution VALUES (?, ?, ?, ?, ?, ?)", institution.id(), institution.numberPrefix(),
                institution.name(), institution.tier().name(), institution.regionCode(), institution.phone());
        jdbc.update("INSERT INTO filed_scope VALUES (?, '电工', 'ADVANCED')", institution.id());
        for (Stage stage : Stage.values()) {
            if (UNDER_WAY.contains(stage) && stage.occursFor(institution.tier())) {
                batch(institution, stage, "A", null);
            }
            if (stage.isReturned() && stage.occursFor(institution.tier())) {
                batch(institution, stage, "A", null);
                batch(institution, stage, "B", NOTIFIED_AT);
            }
        }
    }

    private void batch(Institution institution, Stage stage, String which, String notifiedAt) {
        String number = number(institution, stage, which);
        byte[] digest = ByteBuffer.allocate(32).putInt(++lastRow).array();
        jdbc.update("""
                INSERT INTO submission (number, institution_id, stage, stage_since, desk_received_at, return_notified_at,
                    row_count, file_digest, submitted_by, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?, 'own', ?, 3)""",
                number, institution.id(), stage.name(), CAME_AT, CAME_AT, notifiedAt, digest, CAME_AT);
        NewCertificate row = ReturnCases.Cases.certificate(institution, lastRow);
        jdbc.update("""
                INSERT INTO certificate (number, submission_id, institution_id, row_no, name_sealed, name_index, id_type,
                    id_sealed, id_index, index_key, occupation, job, level, issue_date, standing)
                SELECT ?, id, institution_id, ?, ?, ?, ?, ?, ?, 1, '电工', '无', 'ADVANCED', ?, 'VALID'
                FROM submission WHERE number = ?""",
                row.number().value(), lastRow, vault.seal(row.holder().name().plain()), new byte[16],
                row.holder().idNumber().type().name(), vault.seal(row.holder().idNumber().plain()), new byte[16],
                row.issueDate(), number);
    }

    /** Its random part, e.g. {@code 104A0000}, is unlike all others'. */
    private static String number(Institution institution, Stage stage, String which) {
        return "PC261110-%d%02d%s0000".formatted(institution.id(), stage.ordinal(), which);
    }

    static Stream<Arguments> underWay() {
        return Stream.of(CITYS, PROVINCES).flatMap(institution -> UNDER_WAY.stream()
                .filter(stage -> stage.occursFor(institution.tier()))
                .map(stage -> Arguments.of(institution.tier(), stage)));
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void a_batch_under_way_has_the_deadline_of_its_stage_and_goes_on_to_its_publication(Tier tier, Stage stage) {
        Submission batch = batch(tier, stage, "A");
        DeadlineRule rule = stage.deadline(tier).orElseThrow();
        LocalDate due = room(Deadlines.class).due(rule, CAME_ON).dueDate();
        assertThat(batch.dueOn()).isEqualTo(due);
        assertThat(room(Clocks.class).of(Workflow.subject(batch)))
                .extracting(Deadline::rule, Deadline::startOn, Deadline::dueOn)
                .containsExactly(tuple(rule, CAME_ON, due));

        Submission now = batch;
        while (now.stage() != Stage.PUBLISHED) {
            now = forward(now);
        }
        assertThat(room(Clocks.class).of(Workflow.subject(now))).extracting(Deadline::state)
                .containsOnly(Deadline.State.MET);
    }

    private Submission forward(Submission batch) {
        Moves.Move move = Moves.of(batch.tier(), batch.stage(), FORWARD.get(batch.stage())).orElseThrow();
        Role role = move.who().stream().sorted().findFirst().orElseThrow();
        Scope scope = role.scope() == Scope.Kind.CITY ? Scope.ofCity(batch.regionCode()) : Scope.ofProvince();
        Staff by = new Staff(role.name(), "测试", role, scope, "127.0.0.1");
        return room(TransactionTemplate.class).execute(status ->
                room(Workflow.class).move(batch, move.act(), by, moved -> Map.of()));
    }

    static Stream<Arguments> returned() {
        return Stream.of(CITYS, PROVINCES).flatMap(institution -> Stream.of(Stage.values())
                .filter(stage -> stage.isReturned() && stage.occursFor(institution.tier()))
                .flatMap(stage -> Stream.of("A", "B").map(which -> Arguments.of(institution, stage, which))));
    }

    @ParameterizedTest
    @MethodSource("returned")
    void a_returned_batch_is_a_return_of_all_its_rows_that_can_be_corrected(
            Institution institution, Stage stage, String which) {
        Submission batch = batch(institution.tier(), stage, which);
        boolean notified = which.equals("B");
        Return found = room(Returns.class)
                .findByNumber(batch.number().replace("PC", "TH"))
                .orElseThrow();
        assertThat(found.state()).isEqualTo(notified ? ReturnState.NOTIFIED : ReturnState.RECORDED);
        assertThat(found.evidence()).isEqualTo(notified ? Return.Evidence.EARLIER : null);
        assertThat("RETURNED_BY_" + found.returnedBy()).isEqualTo(stage.name());
        DeadlineRule rule = notified ? found.returnedBy().correction() : DeadlineRule.D10;
        LocalDate due = room(Deadlines.class).due(rule, notified ? NOTIFIED_ON : CAME_ON).dueDate();
        assertThat(found.dueOn()).isEqualTo(due);
        assertThat(room(Clocks.class).of(found.subject()))
                .extracting(Deadline::rule, Deadline::dueOn)
                .containsExactly(tuple(rule, due));

        List<ReturnedRows.Row> rows = room(ReturnedRows.class)
                .rows(found.number(), 0, 10, own(institution)).rows();
        assertThat(rows).hasSize(1);
        ReturnedRows.Reason reason = rows.get(0).reason();
        assertThat(reason.code()).isEqualTo("OTHER");
        assertThat(rows.get(0).data().holder().name().plain()).isEqualTo(ReturnCases.Cases.name(reason.rowNo()));

        Upload upload = room(CorrectingReturn.class)
                .correct(found.number(), RowsFile.of(institution, reason.rowNo()), own(institution), null);
        assertThat(upload.outcome()).isEqualTo(Upload.Outcome.STORED);
        assertThat(batch(institution.tier(), stage, which).stage()).isEqualTo(Stage.REPLACED);
    }

    @Test
    void the_column_of_the_first_release_is_gone() {
        assertThat(jdbc.queryForList("SHOW COLUMNS FROM submission LIKE 'return_notified_at'")).isEmpty();
    }

    private Submission batch(Tier tier, Stage stage, String which) {
        Institution institution = tier == Tier.MUNICIPAL ? CITYS : PROVINCES;
        return room(Submissions.class).findByNumber(number(institution, stage, which)).orElseThrow();
    }

    private <T> T room(Class<T> type) {
        return instances.get(0).getBean(type);
    }
}
