package io.zhengxun.admin.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DataManagerTest extends AdminApiTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String PATH = "/api/data-managers";

    @BeforeEach
    void nobody_is_recorded() {
        jdbc.update("DELETE FROM hand_over");
        jdbc.update("DELETE FROM appointment");
        if (accounts.find("next").isEmpty()) {
            open("next", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
        }
    }

    private static Map<String, Object> details(String mobile) {
        return new HashMap<>(Map.of(
                "unit", Map.of("name", "示例市技能中心", "address", "示例路 0 号", "head", "赵示例", "headPhone", "000-00000001"),
                "post", "科员", "phones", Map.of("office", "000-00000002", "mobile", mobile, "qq", ""),
                "publicContact", "000-00000003", "remarks", "",
                "recommendation", Map.of("by", "示例市人社局", "on", "2026-11-01")));
    }

    private long recorded(String username, String mobile) {
        Map<String, Object> form = details(mobile);
        form.put("username", username);
        form.put("since", "2026-11-02");
        Answer recorded = as("province-lead").post(PATH, form);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.json().path("id").asLong();
    }

    private Answer handOver(long id, String successor, Map<String, Object> details) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "version", 0, "successor", successor, "handedOverOn", "2026-11-23", "note", "工作调动"));
        form.put("details", details);
        return as("admin").post(PATH + "/" + id + "/hand-over", form);
    }

    private void batch(String number, String stage, String desk, String handler) {
        jdbc.update("""
                INSERT INTO submission (number, institution_id, tier, region_code, stage, desk, kind, stage_since,
                    desk_received_at, row_count, carried_rows, late_rows, handler, submitted_by, created_at, version)
                VALUES (?, ?, 'MUNICIPAL', '440100', ?, ?, 'REPORT', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 1, 1, 0, ?, 'own',
                    UTC_TIMESTAMP(3), 0)""", number, institution.id(), stage, desk, handler);
    }

    @Test
    void phones_are_sealed_at_rest_and_masked_for_who_need_not_call() {
        long id = recorded("city", "13800000001");
        assertThat(as("admin").get(PATH + "/" + id).json().at("/phones/mobile").asString()).isEqualTo("13800000001");
        for (String account : List.of("city", "city-lead", "province", "auditor")) {
            assertThat(as(account).get(PATH).text()).contains("138****0001").doesNotContain("13800000001");
        }
        assertThat(jdbc.queryForList("SELECT * FROM appointment").toString()).doesNotContain("13800000001");
        assertThat(jdbc.queryForList("SELECT * FROM audit_entry").toString()).doesNotContain("13800000001");
        assertThat(as("admin").get(PATH + "?format=xlsx").text()).startsWith("PK");
    }

    @Test
    void a_city_sees_its_own_only() {
        long id = recorded("city", "13800000002");
        assertThat(as("elsewhere").get(PATH).json().path("items")).isEmpty();
        assertThat(as("elsewhere").get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(as("own").get(PATH).status()).isEqualTo(403);
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        Answer refused = as("admin").post(PATH, Map.of("username", "city-lead", "phones", Map.of("mobile", "0001234")));
        List<String> fields = new ArrayList<>();
        refused.json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).containsExactlyInAnyOrder("username", "since", "unit.name", "unit.address", "unit.head",
                "unit.headPhone", "post", "phones.office", "phones.mobile", "publicContact", "recommendation.by",
                "recommendation.on");
    }

    @Test
    void a_mobile_is_not_shared() {
        recorded("city", "13800000003");
        Map<String, Object> form = details("13800000003");
        form.put("username", "next");
        form.put("since", "2026-11-02");
        assertThat(as("admin").post(PATH, form).json().path("code").asString()).isEqualTo("appointment-there");
    }

    @Test
    void open_work_passes_to_the_successor_and_nothing_is_orphaned() {
        long id = recorded("city", "13800000004");
        batch("PC261101-AAAAAAAA", "CITY_REVIEW", "CITY", "city");
        batch("PC261101-BBBBBBBB", "CITY_REVIEW", "CITY", "city");
        batch("PC261101-CCCCCCCC", "CITY_REVIEW", "CITY", "elsewhere");
        Answer done = handOver(id, "next", details("13800000005"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("passedBatches").asInt()).isEqualTo(2);
        assertThat(jdbc.queryForObject("""
                SELECT COUNT(*) FROM submission s JOIN appointment a ON a.username = s.handler
                WHERE s.desk = 'CITY' AND a.until_on IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM appointment b WHERE b.username = s.handler AND b.until_on IS NULL)""",
                Integer.class)).isZero();
        assertThat(jdbc.queryForList("SELECT number FROM submission WHERE handler = 'next' ORDER BY number", String.class))
                .containsExactly("PC261101-AAAAAAAA", "PC261101-BBBBBBBB");
        assertThat(as("city-lead").get(PATH + "/hand-overs").json().at("/items/0/successor").asString()).isEqualTo("next");
        assertThat(as("elsewhere").get(PATH + "/hand-overs").json().path("items")).isEmpty();
        assertThat(as("admin").get(PATH + "/" + id).json().path("until").asString()).isEqualTo("2026-11-23");
    }

    @Test
    void one_who_is_a_data_manager_already_takes_over_without_new_details() {
        long id = recorded("city", "13800000006");
        recorded("next", "13800000007");
        assertThat(handOver(id, "next", null).status()).isEqualTo(200);
        assertThat(handOver(id, "next", null).json().path("code").asString()).isEqualTo("appointment-ended");
    }

    @ParameterizedTest
    @CsvSource({"city", "elsewhere", "city-lead", "nobody"})
    void the_successor_is_another_data_manager_of_the_city(String successor) {
        long id = recorded("city", "13800000008");
        Answer refused = handOver(id, successor, details("13800000009"));
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("successor");
        assertThat(as("admin").get(PATH + "/" + id).json().has("until")).isFalse();
    }

    @Test
    void each_batch_tells_who_had_it_before_and_who_has_it_now() {
        long id = recorded("city", "13800000012");
        batch("PC261101-DDDDDDDD", "CITY_REVIEW", "CITY", "city");
        batch("PC261101-EEEEEEEE", "CITY_REVIEW", "CITY", "city");
        assertThat(handOver(id, "next", details("13800000013")).status()).isEqualTo(200);
        for (String number : List.of("PC261101-DDDDDDDD", "PC261101-EEEEEEEE")) {
            AuditEntry last = last(number);
            assertThat(last.act()).isEqualTo("SUBMISSION_HANDED_OVER");
            assertThat(last.before()).isEqualTo(Map.of("handler", "city"));
            assertThat(last.after()).isEqualTo(Map.of("handler", "next"));
            assertThat(last.actor().username()).isEqualTo("admin");
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "CITY_LEAD", "elsewhere"})
    void who_is_data_manager_hands_over_before_the_account_ends_or_changes(String how) {
        String leaving = opened("leaving");
        recorded(leaving, "13800000017");
        batch("PC261101-GGGGGGGG", "CITY_REVIEW", "CITY", leaving);
        Answer refused = ended(leaving, how);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("hand-over-owed");
        assertThat(accounts.find(leaving).orElseThrow()).satisfies(account -> {
            assertThat(account.disabled()).isFalse();
            assertThat(account.role()).isEqualTo(Role.CITY_DATA_MANAGER);
            assertThat(account.scope()).isEqualTo(Scope.ofCity("440100"));
        });
        assertThat(handlers("PC261101-GGGGGGGG")).containsExactly(leaving);
    }

    @ParameterizedTest
    @CsvSource({"disable", "CITY_LEAD", "elsewhere"})
    void work_of_who_can_no_longer_do_it_is_free_again(String how) {
        String leaving = opened("leaving");
        batch("PC261101-HHHHHHHH", "CITY_REVIEW", "CITY", leaving);
        batch("PC261101-JJJJJJJJ", "CITY_REVIEW", "CITY", "city");
        Answer done = ended(leaving, how);
        assertThat(done.status()).as(done.text()).isBetween(200, 204);
        assertThat(handlers("PC261101-HHHHHHHH")).containsExactly((String) null);
        assertThat(handlers("PC261101-JJJJJJJJ")).containsExactly("city");
        assertThat(last("PC261101-HHHHHHHH")).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("SUBMISSION_FREED");
            assertThat(entry.before()).isEqualTo(Map.of("handler", leaving));
        });
        Answer taken = as("city").post("/api/submissions/PC261101-HHHHHHHH/take-up", Map.of("version", 1));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    }

    @Test
    void another_name_of_the_account_changes_nothing_of_the_work() {
        String renamed = opened("renamed");
        recorded(renamed, "13800000018");
        batch("PC261101-KKKKKKKK", "CITY_REVIEW", "CITY", renamed);
        Answer done = as("admin").put("/api/accounts/" + renamed, Map.of(
                "name", "测试员", "role", "CITY_DATA_MANAGER", "city", "440100", "version", 0));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(handlers("PC261101-KKKKKKKK")).containsExactly(renamed);
    }

    private String opened(String stem) {
        String username = stem + "-" + SERIAL.incrementAndGet() + "-" + ProcessHandle.current().pid();
        open(username, Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
        return username;
    }

    private Answer ended(String username, String how) {
        return switch (how) {
            case "disable" -> as("admin").post("/api/accounts/" + username + "/disable", "{}");
            case "elsewhere" -> changed(username, "CITY_DATA_MANAGER", "440200");
            default -> changed(username, how, "440100");
        };
    }

    private Answer changed(String username, String role, String city) {
        return as("admin").put("/api/accounts/" + username, Map.of(
                "name", "测试员", "role", role, "city", city, "version", 0));
    }

    private List<String> handlers(String number) {
        return jdbc.queryForList("SELECT handler FROM submission WHERE number = ?", String.class, number);
    }

    private AuditEntry last(String number) {
        List<AuditEntry> entries = trail.of(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, number));
        return entries.get(entries.size() - 1);
    }

    @Test
    void who_takes_over_while_handing_over_gets_no_work_that_stays_behind() throws Exception {
        if (accounts.find("third").isEmpty()) {
            open("third", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
        }
        long first = recorded("city", "13800000014");
        long second = recorded("next", "13800000015");
        recorded("third", "13800000016");
        batch("PC261101-FFFFFFFF", "CITY_REVIEW", "CITY", "city");
        CompletableFuture<Answer> meanwhile = transaction.execute(status -> {
            jdbc.update("UPDATE appointment SET until_on = '2026-11-23', lasting_mark = NULL, version = version + 1 WHERE id = ?",
                    second);
            CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> handOver(first, "next", null));
            waitUntilOneWaits();
            return other;
        });
        Answer late = meanwhile.get(20, TimeUnit.SECONDS);
        assertThat(late.status()).as(late.text()).isEqualTo(422);
        assertThat(jdbc.queryForObject("SELECT handler FROM submission WHERE number = 'PC261101-FFFFFFFF'", String.class))
                .isEqualTo("city");
    }

    /** For a line of an appointment, be it to read it or, as a hand-over's foreign key, to refer to it. */
    private void waitUntilOneWaits() {
        while (jdbc.queryForObject("""
                        SELECT COUNT(*) FROM information_schema.processlist
                        WHERE info LIKE '%FROM appointment%FOR UPDATE' OR info LIKE 'INSERT INTO hand_over%'""",
                        Integer.class)
                == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void of_two_hand_overs_at_once_one_wins() {
        long id = recorded("city", "13800000010");
        recorded("next", "13800000011");
        List<CompletableFuture<Answer>> both = Stream.of(1, 2)
                .map(n -> CompletableFuture.supplyAsync(() -> handOver(id, "next", null)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(count("hand_over")).isEqualTo(1);
    }
}
