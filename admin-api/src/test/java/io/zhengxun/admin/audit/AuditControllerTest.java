package io.zhengxun.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** W4: who may see the trail sees it, and the proof that it is unaltered. */
class AuditControllerTest extends AdminApiTest {

    private static final Actor ACTOR = new Actor("audited", "示例员工", "CITY_LEAD", "192.0.2.7");

    @Autowired
    AuditTrail trail;

    @Autowired
    PlatformTransactionManager transactions;

    private final String batch = "T-" + UUID.randomUUID();

    @Test
    void an_entry_is_shown_with_all_that_it_keeps() {
        act(new Deed(ACTOR, "SUBMISSION_APPROVED", subject(), Map.of("stage", "CITY_REVIEW"), Map.of("stage", "CITY_APPROVED")));

        JsonNode page = as("auditor").get("/api/audit?subjectKind=SUBMISSION&subjectKey=" + batch).json();

        assertThat(page.path("items")).hasSize(1);
        assertThat(page.has("next")).isFalse();
        JsonNode entry = page.at("/items/0");
        assertThat(entry.path("at").asString()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(entry.path("username").asString()).isEqualTo("audited");
        assertThat(entry.path("name").asString()).isEqualTo("示例员工");
        assertThat(entry.path("address").asString()).isEqualTo("192.0.2.7");
        assertThat(entry.at("/before/stage").asString()).isEqualTo("CITY_REVIEW");
        assertThat(entry.at("/after/stage").asString()).isEqualTo("CITY_APPROVED");
        assertThat(entry.path("seq").asLong()).isPositive();
    }

    @Test
    void pages_follow_each_other_by_their_key() {
        for (int i = 0; i < 5; i++) {
            clock.set(NOW.plus(Duration.ofDays(i)));
            act(Deed.of(ACTOR, "ACT_" + i, subject().kind(), batch, Map.of()));
        }
        String list = "/api/audit?subjectKind=SUBMISSION&subjectKey=" + batch;
        List<String> acts = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = as("province-lead").get(list + "&limit=2" + after).json();
            page.path("items").forEach(entry -> acts.add(entry.path("act").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : null;
        } while (after != null);

        assertThat(acts).containsExactly("ACT_4", "ACT_3", "ACT_2", "ACT_1", "ACT_0");
        assertThat(items(list + "&from=2026-11-24&until=2026-11-25")).isEqualTo(2);
        assertThat(items(list + "&act=ACT_3&username=audited")).isEqualTo(1);
        assertThat(items(list + "&username=nobody")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-30, audit-day", "until=gestern, audit-day", "from=0001-01-01, audit-day",
        "subjectKind=SUBMISSION, audit-subject", "subjectKey=T, audit-subject",
        "subjectKind=NOTHING&subjectKey=T, audit-subject", "after=7, page-key", "after=1-2-3, page-key",
        "limit=0, page-limit", "limit=201, page-limit", "limit=x, page-limit"})
    void an_unusable_parameter_is_refused_with_what_would_be_right(String parameter, String code) {
        AdminApi.Answer answer = as("auditor").get("/api/audit?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "city", "city-lead", "province", "admin"})
    void nobody_else_sees_the_trail(String account) {
        assertThat(as(account).get("/api/audit").status()).isEqualTo(403);
        assertThat(as(account).get("/api/audit/verification").status()).isEqualTo(403);
    }

    @Test
    void the_verification_says_that_all_is_intact_or_what_is_not() {
        act(Deed.of(ACTOR, "AN_ACT", subject().kind(), batch, Map.of()));
        JsonNode intact = as("auditor").get("/api/audit/verification").json();
        assertThat(intact.path("intact").asBoolean()).isTrue();
        assertThat(intact.path("chains").asInt()).isEqualTo(16);
        assertThat(intact.path("entries").asInt()).isEqualTo(count("audit_entry"));
        assertThat(intact.path("text").asString()).contains("全部完好");

        jdbc.update("UPDATE audit_entry SET role = 'NOBODY' WHERE subject_key = ?", batch);
        JsonNode broken = as("auditor").get("/api/audit/verification").json();
        jdbc.update("UPDATE audit_entry SET role = ? WHERE subject_key = ?", ACTOR.role(), batch);

        assertThat(broken.path("intact").asBoolean()).isFalse();
        assertThat(broken.path("broken")).hasSize(1);
        assertThat(broken.at("/broken/0/flaw").asString()).isEqualTo("CONTENT_CHANGED");
        assertThat(broken.at("/broken/0/text").asString()).contains("内容被改动");
    }

    private int items(String path) {
        return as("auditor").get(path).json().path("items").size();
    }

    private Deed.Subject subject() {
        return new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch);
    }

    private void act(Deed deed) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.append(deed));
    }
}
