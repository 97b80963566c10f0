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
