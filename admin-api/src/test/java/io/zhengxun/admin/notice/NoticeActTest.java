package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff send again, cancel and phone. */
class NoticeActTest extends NoticeApiTest {

    static Map<String, Object> call(int version) {
        Map<String, Object> form = new HashMap<>();
        form.put("version", version);
        form.put("person", "李某");
        form.put("calledAt", "2026-11-23T10:00");
        form.put("note", "已转告负责人");
        return form;
    }

    @Test
    void sent_again_it_begins_with_the_first_channel() {
        long id = givenUp("TH261123-ACTS0001");
        Answer seen = as("city").get(path(id));
        assertThat(seen.json().path("acts").toString()).isEqualTo("[\"RESEND\",\"CANCEL\",\"PHONE\"]");

        Answer again = as("city").post(path(id) + "/resend", version(seen.json().path("version").asInt()));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("state").asString()).isEqualTo("QUEUED");
        assertThat(again.json().path("channel").asString()).isEqualTo("TEMPLATE");
        assertThat(again.json().path("round").asInt()).isEqualTo(1);
        assertThat(cases.claimed(Channel.TEMPLATE).id()).isEqualTo(id);
        assertThat(trail(id)).containsExactly("NOTICE_RESENT");
    }

    @Test
    void without_anybody_to_send_to_it_cannot_be_sent_again() {
        long id = unreachable(other(), "TH261123-ACTS0002");

        Answer refused = as("province").post(path(id) + "/resend", version(0));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("无法送达，待电话通知");
        assertThat(trail(id)).isEmpty();
    }

    @Test
    void a_return_that_there_was_nobody_for_goes_to_the_contacts_that_there_are_now() {
        long id = unreachable(institution, "TH261123-ACTS0008");
        jdbc.update("UPDATE contact SET open_id_hash = ? WHERE id = ?", new byte[16], contact);
        long second = cases.contact(institution.id(), CITY, "赵某某");
        assertThat(as("city").get(path(id)).json().path("acts").toString()).isEqualTo("[\"RESEND\",\"CANCEL\",\"PHONE\"]");

        Answer again = as("city").post(path(id) + "/resend", version(0));

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("state").asString()).isEqualTo("QUEUED");
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', recipient_kind, recipient_id, lane, channels, channel, state) FROM notice"
                                + " WHERE subject_key = 'TH261123-ACTS0008' ORDER BY id", String.class))
                .containsExactly(
                        "CONTACT " + contact + " C" + contact + "! TEMPLATE,EMAIL TEMPLATE QUEUED",
                        "CONTACT " + second + " C" + second + "! TEMPLATE,EMAIL TEMPLATE QUEUED");
        assertThat(trail(id)).containsExactly("NOTICE_RESENT");
    }

    @Test
    void a_contact_who_had_no_address_gets_it_once_there_is_one() {
        long id = cases.queued(NoticeKind.RETURN, Recipient.contact(contact),
                NoticeCases.about(Deed.Subject.Kind.RETURN, "TH261123-ACTS0009", institution.id(), CITY), List.of(), false);

        assertThat(as("city").post(path(id) + "/resend", version(0)).status()).isEqualTo(200);

        assertThat(jdbc.queryForObject("SELECT CONCAT(state, ' ', channels, ' ', lane) FROM notice WHERE id = ?",
                String.class, id)).isEqualTo("QUEUED TEMPLATE,EMAIL C" + contact);
    }

    @Test
    void who_saw_an_older_state_is_refused() {
        long id = givenUp("TH261123-ACTS0003");

        Answer refused = as("city").post(path(id) + "/resend", version(0));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("notice-changed");
        assertThat(as("city").post(path(id) + "/resend", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void repeated_under_the_same_key_it_is_done_once() {
        long id = givenUp("TH261123-ACTS0004");
        String body = "{\"version\": %d}".formatted(as("city").get(path(id)).json().path("version").asInt());

        List<Answer> answers = List.of(keyed(path(id) + "/resend", body), keyed(path(id) + "/resend", body));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
        assertThat(trail(id)).hasSize(1);
    }

    private Answer keyed(String path, String body) {
        return as("city").send(as("city").request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "notice-key-" + path)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_cancelled_one_is_not_sent_any_more() {
        long id = returned("TH261123-ACTS0005");

        Answer done = as("city-lead").post(path(id) + "/cancel", Map.of("version", 0, "reason", "机构已自行更正"));

        assertThat(done.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(sentences(done)).last().isEqualTo("11-23T10:00 测试员（city-lead）取消：机构已自行更正");
        assertThat(trail(id)).containsExactly("NOTICE_CANCELLED");
        assertThat(as("city").post(path(id) + "/cancel", Map.of("version", 1, "reason", "x")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            200, 200
            201, 422
              0, 422
            """)
    void a_reason_is_needed_and_has_an_end(int length, int status) {
        long id = returned("TH261123-ACTS0006");

        assertThat(as("city").post(path(id) + "/cancel", Map.of("version", 0, "reason", "字".repeat(length))).status())
                .isEqualTo(status);
    }

    @Test
    void a_call_about_a_return_is_the_evidence_from_which_the_correction_is_due() {
        String number = realReturn();
        long id = givenUp(number);

        Answer done = as("city").post(path(id) + "/call", call(version(id)));

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("state").asString()).isEqualTo("PHONED");
        assertThat(sentences(done)).last().isEqualTo("11-23T10:00 测试员（city）已于 11-23 10:00 电话通知：李某：已转告负责人");
        Answer known = as("own").get("/api/returns/" + number);
        assertThat(known.json().at("/received/evidence").asString()).isEqualTo("PHONE");
        assertThat(known.json().at("/received/note").asString()).isEqualTo("李某：已转告负责人");
        assertThat(known.json().at("/due/rule").asString()).isEqualTo("D7");
        assertThat(known.json().at("/due/dueDate").asString()).isEqualTo("2026-12-07");
        assertThat(trail(id)).containsExactly("NOTICE_PHONED");
    }

    @Test
    void the_first_evidence_counts_a_later_call_changes_it_not() {
        String number = realReturn();
        long id = returned(number);
        as("own").post("/api/returns/" + number + "/acknowledgement", version(0));

        assertThat(as("city").post(path(id) + "/call", call(version(id))).status()).isEqualTo(200);

        assertThat(as("own").get("/api/returns/" + number).json().at("/received/evidence").asString())
                .isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void a_call_of_another_centre_is_kept_and_is_no_receipt() {
        String number = realReturn();
        long id = givenUp(number);

        // A municipal institution receives its returns through its city (T4); that the province phoned is a fact, too.
        Answer done = as("province").post(path(id) + "/call", call(version(id)));

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("state").asString()).isEqualTo("PHONED");
        assertThat(as("own").get("/api/returns/" + number).json().path("received").isMissingNode()).isTrue();
        assertThat(trail(id)).containsExactly("NOTICE_PHONED");
    }

    @Test
    void a_call_about_anything_else_is_evidence_of_the_call_only() {
        long id = digest();

        Answer done = as("city").post(path(id) + "/call", call(0));

        assertThat(done.json().path("state").asString()).isEqualTo("PHONED");
        assertThat(done.json().path("acts").toString()).isEqualTo("[\"RESEND\"]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23T10:00,          200
            2026-11-23T10:00:00+08:00, 200
            2026-11-23T02:00:00Z,      200
            2026-11-23T10:01,          422
            2026-11-23T09:59,          422
            2026-11-23,                422
            2026-02-30T10:00,          422
            nonsense,                  422
            """)
    void a_call_lies_between_the_event_and_now(String calledAt, int status) {
        long id = digest();
        Map<String, Object> form = call(0);
        form.put("calledAt", calledAt);

        assertThat(as("city").post(path(id) + "/call", form).status()).isEqualTo(status);
    }

    @Test
    void all_that_is_wrong_with_a_call_is_named_at_once() {
        long id = digest();

        Answer refused = as("city").post(path(id) + "/call", Map.of("version", 0, "note", "字".repeat(121)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"person\"", "\"calledAt\"", "\"note\"");
    }

    @Test
    void who_was_phoned_may_have_a_long_name_and_a_long_note() {
        long id = digest();
        Map<String, Object> form = call(0);
        form.put("person", "名".repeat(30));
        form.put("note", "字".repeat(120));

        assertThat(as("city").post(path(id) + "/call", form).status()).isEqualTo(200);
    }

    @Test
    void what_lies_outside_of_the_scope_is_neither_seen_nor_touched() {
        Institution other = other();
        long foreign = unreachable(other, "TH261123-ACTS0007");

        assertThat(as("own").get(path(foreign)).status()).isEqualTo(404);
        assertThat(as("elsewhere").get(path(foreign)).status()).isEqualTo(404);
        assertThat(as("elsewhere").post(path(foreign) + "/resend", version(0)).status()).isEqualTo(404);
        assertThat(as("elsewhere").post(path(foreign) + "/call", call(0)).status()).isEqualTo(404);
        assertThat(as("elsewhere").post(path(foreign) + "/cancel", Map.of("version", 0, "reason", "x")).status())
                .isEqualTo(404);
        assertThat(as("own").post(path(foreign) + "/resend", version(0)).status()).isEqualTo(403);
        assertThat(as("city").get(path(foreign)).json().path("state").asString()).isEqualTo("GAVE_UP");
    }

    @Test
    void once_the_institution_knows_of_the_return_nobody_has_to_phone() {
        String number = realReturn();
        long id = givenUp(number);
        long nobody = unreachable(institution, number);

        as("own").post("/api/returns/" + number + "/acknowledgement", version(0));

        Answer seen = as("city").get(path(id));
        assertThat(seen.json().path("state").asString()).isEqualTo("OBSOLETE");
        assertThat(sentences(seen)).last().asString().endsWith("情况已变，不再发送：机构已收到退回");
        assertThat(as("city").get(path(nobody)).json().path("state").asString()).isEqualTo("OBSOLETE");
        assertThat(ids(as("city").get("/api/notices?work=true"))).isEmpty();
    }

    private int version(long id) {
        return as("city").get(path(id)).json().path("version").asInt();
    }

    /** Returned by the city; its number. */
    private String realReturn() {
        String batch = underReview(1, 2);
        String number = as("city")
                .post("/api/submissions/" + batch + "/return",
                        Map.of("version", 2, "rows", List.of(Map.of("row", 2, "reason", "NAME"))))
                .json()
                .at("/return/number")
                .asString();
        assertThat(number).isNotEmpty();
        after(Duration.ofSeconds(1));
        return number;
    }

    private List<String> trail(long id) {
        return jdbc.queryForList(
                "SELECT act FROM audit_entry WHERE subject_kind = 'NOTICE' AND subject_key = ? AND at >= ? ORDER BY at, id",
                String.class, String.valueOf(id), java.sql.Timestamp.from(NOW));
    }
}
