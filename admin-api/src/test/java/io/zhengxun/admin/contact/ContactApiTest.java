package io.zhengxun.admin.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.Invitations.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contacts at the API: kept by whom they concern, masked in lists, invited by a QR code of WeChat's. */
class ContactApiTest extends AdminApiTest {

    private static final String PATH = "/api/contacts";
    private static final String OK = "{\"ticket\":\"gQ+/ticket==\",\"expire_seconds\":60,\"url\":\"http://weixin.qq.com/q/02demo\"}";
    private static final List<JsonNode> ASKED = new CopyOnWriteArrayList<>();
    private static volatile String qrAnswer = OK;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Invitations invitations;

    @DynamicPropertySource
    static void weChat(DynamicPropertyRegistry settings) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean code = exchange.getRequestURI().getPath().equals("/cgi-bin/qrcode/create");
            if (code) {
                ASKED.add(JsonMapper.builder().build().readTree(body));
            }
            byte[] answer = (code ? qrAnswer : "{\"access_token\":\"testing\",\"expires_in\":7200}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        settings.add("zhengxun.wechat.mp.api-base-url", () -> "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void weChat_is_there() {
        qrAnswer = OK;
        ASKED.clear();
    }

    private static Map<String, Object> form() {
        return new HashMap<>(Map.of(
                "name", "测试联系人", "duties", List.of("RETURNS", "DEADLINES"), "email", "someone@example.org",
                "mobile", "13800000001"));
    }

    private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        form.put(name, value);
        return form;
    }

    private long added(String account, Map<String, Object> form) {
        Answer added = as(account).post(PATH, form);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asLong();
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }

    private void bind(long id, String openId) {
        assertThat(as("own").post(PATH + "/" + id + "/invitation", "").status()).isEqualTo(200);
        assertThat(invitations.scan(lastScene(), openId).outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(invitations.confirm(openId).outcome()).isEqualTo(Outcome.BOUND);
    }

    private static String lastScene() {
        return ASKED.get(ASKED.size() - 1).at("/action_info/scene/scene_str").asString();
    }

    @Test
    void addresses_are_masked_in_lists_and_clear_for_who_may_write_to_them() {
        long id = added("own", form());
        bind(id, "oTheOpenIdOfThisTest");
        for (String account : List.of("own", "city", "province", "auditor", "admin")) {
            assertThat(as(account).get(PATH).text())
                    .contains("138****0001", "s***@example.org", "已绑定", "退回通知、期限提醒")
                    .doesNotContain("13800000001", "someone@", "oTheOpenId");
            assertThat(as(account).get(PATH + "?format=xlsx").sheet().toString())
                    .contains("138****0001")
                    .doesNotContain("13800000001", "someone@", "oTheOpenId");
        }
        assertThat(as("city").get(PATH + "/" + id).json().path("mobile").asString()).isEqualTo("13800000001");
        assertThat(as("auditor").get(PATH + "/" + id).text()).contains("138****0001").doesNotContain("13800000001");
        assertThat(as("admin").get(PATH + "/" + id).text()).doesNotContain("oTheOpenId");
    }

    /** Whose contact × who adds it: 201, or the code of the refusal. */
    @ParameterizedTest
    @CsvSource({
        "own,      ,               ,       ",
        "own,      S000044010001,  ,       ",
        "own,      S000044010002,  ,       fields",
        "own,      ,               440100, fields",
        "city,     S000044010001,  ,       ",
        "city-lead, S000044010002, ,       ",
        "elsewhere, S000044010001, ,       fields",
        "province, S000044010001,  ,       ",
        "province-lead, S000044010001, ,   ",
        "province, ,               440100, role-not-allowed",
        "city,     ,               440200, fields",
        "admin,    S000044010001,  ,       ",
        "admin,    S000044010001,  440100, fields",
        "admin,    no-such-thing,  ,       fields"})
    void who_adds_whose_contacts(String account, String institution, String centre, String refusal) {
        Map<String, Object> form = form();
        form.put("institution", institution);
        form.put("centre", centre);
        Answer answer = as(account).post(PATH, form);
        if (refusal == null) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        } else {
            assertThat(code(answer)).isEqualTo(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"city, , city", "city-lead, 440100, city-lead", "province-lead, , province", "admin, 440200, elsewhere",
        "admin, , province"})
    void centres_add_their_own_people(String account, String centre, String username) {
        Map<String, Object> form = with(form(), "username", username);
        form.put("centre", centre);
        long id = added(account, form);
        assertThat(as("admin").get(PATH + "/" + id).json().path("centre").asString()).contains("中心");
        assertThat(code(as(account).post(PATH, form))).isEqualTo("account-is-contact");
    }

    @Test
    void a_centres_contact_has_an_account() {
        Answer refused = as("city").post(PATH, form());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("username");
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        Answer refused = as("own").post(PATH, Map.of("duties", List.of(), "email", "x", "mobile", "1", "username", "city"));
        List<String> fields = new ArrayList<>();
        refused.json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).containsExactlyInAnyOrder("name", "duties", "email", "mobile", "username");
        assertThat(refused.text()).contains("请填写姓名", "11 位数字");
    }

    @Test
    void a_request_that_is_repeated_adds_once() {
        String body = JsonMapper.builder().build().writeValueAsString(form());
        for (int i = 0; i < 2; i++) {
            Answer answer = as("own").send(as("own").request(PATH)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "contact-once")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.status()).isEqualTo(201);
        }
        assertThat(as("own").get(PATH).json().path("items")).hasSize(1);
        jdbc.update("DELETE FROM request_key WHERE request_key = 'contact-once'");
    }

    @Test
    void a_contact_is_changed_and_ended_on_the_version_that_was_seen() {
        long id = added("own", form());
        Map<String, Object> change = with(form(), "channels", List.of("SMS", "TEMPLATE"));
        assertThat(as("own").put(PATH + "/" + id, change).json().at("/errors/0/field").asString()).isEqualTo("version");
        change.put("version", 0);
        change.remove("email");

        JsonNode changed = as("own").put(PATH + "/" + id, change).json();

        assertThat(changed.path("channels").toString()).isEqualTo("[\"SMS\",\"TEMPLATE\"]");
        assertThat(changed.has("email")).isFalse();
        assertThat(code(as("own").put(PATH + "/" + id, change))).isEqualTo("contact-changed");
        assertThat(code(as("own").post(PATH + "/" + id + "/end", Map.of("version", 0)))).isEqualTo("contact-changed");
        assertThat(as("city").post(PATH + "/" + id + "/end", Map.of("version", 1)).json().path("state").asString())
                .isEqualTo("ENDED");
        assertThat(code(as("own").post(PATH + "/" + id + "/invitation", ""))).isEqualTo("contact-ended");
        assertThat(as("own").get(PATH + "?state=BOUND").json().path("items")).isEmpty();
        assertThat(as("own").get(PATH + "?state=ENDED").json().path("items")).hasSize(1);
    }

    @Test
    void an_invitation_is_a_code_of_wechats_that_ends_with_it() {
        long id = added("own", form());
        Answer answer = as("own").post(PATH + "/" + id + "/invitation", "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("expiresAt").asString()).isEqualTo("2026-11-26T10:00:00+08:00");
        assertThat(answer.json().path("qrContent").asString()).isEqualTo("http://weixin.qq.com/q/02demo");
        assertThat(answer.json().path("qrImage").asString()).endsWith("/cgi-bin/showqrcode?ticket=gQ%2B%2Fticket%3D%3D");
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ASKED).singleElement().satisfies(asked -> {
            assertThat(asked.path("action_name").asString()).isEqualTo("QR_STR_SCENE");
            assertThat(asked.path("expire_seconds").asLong()).isEqualTo(Duration.ofHours(72).toSeconds());
        });
        assertThat(answer.text()).doesNotContain(lastScene());
        JsonNode seen = as("city").get(PATH + "/" + id).json();
        assertThat(seen.at("/invitation/invitedBy").asString()).isEqualTo("own");
        assertThat(as("own").delete(PATH + "/" + id + "/invitation").status()).isEqualTo(204);
        assertThat(as("city").get(PATH + "/" + id).json().has("invitation")).isFalse();
        assertThat(invitations.scan(lastScene(), "oSomebody").outcome()).isEqualTo(Outcome.NOT_VALID);
    }

    @Test
    void a_repetition_asks_for_the_same_code_until_it_is_used() {
        long id = added("own", form());
        Answer first = invited(id, "once-" + id);
        clock.set(NOW.plusSeconds(3600));
        Answer second = invited(id, "once-" + id);

        assertThat(second.json().path("expiresAt")).isEqualTo(first.json().path("expiresAt"));
        assertThat(ASKED.get(0).at("/action_info/scene")).isEqualTo(ASKED.get(1).at("/action_info/scene"));
        assertThat(ASKED.get(1).path("expire_seconds").asLong()).isEqualTo(Duration.ofHours(71).toSeconds());
        invitations.scan(lastScene(), "oRepeated");
        invitations.confirm("oRepeated");
        assertThat(code(invited(id, "once-" + id))).isEqualTo("invitation-closed");
        assertThat(code(invited(id, "anew-" + id))).isEqualTo("contact-bound");
        assertThat(jdbc.queryForList("SELECT * FROM request_key").toString()).doesNotContain(lastScene());
    }

    private Answer invited(long id, String key) {
        return as("own").send(as("own").request(PATH + "/" + id + "/invitation")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void when_wechat_gives_no_code_the_answer_says_what_to_do_and_the_next_one_works() {
        long id = added("own", form());
        qrAnswer = "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit rid: 1\"}";
        Answer away = as("own").post(PATH + "/" + id + "/invitation", "");
        assertThat(away.status()).isEqualTo(502);
        assertThat(code(away)).isEqualTo("wechat-away");
        assertThat(away.text()).contains("稍后再次生成").doesNotContain("errmsg");
        String lost = lastScene();

        qrAnswer = OK;
        bind(id, "oAfterAll");

        assertThat(invitations.scan(lost, "oAnother").outcome()).isEqualTo(Outcome.NOT_VALID);
    }

    @Test
    void a_successor_takes_over_when_bound() {
        long before = added("own", form());
        bind(before, "oBefore");
        int version = as("own").get(PATH + "/" + before).json().path("version").asInt();
        Map<String, Object> form = with(with(form(), "name", "测试接任"), "version", version);

        Answer added = as("city").post(PATH + "/" + before + "/successor", form);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("replaces").asLong()).isEqualTo(before);
        assertThat(code(as("own").post(PATH + "/" + before + "/successor", form))).isEqualTo("contact-successor-there");
        bind(added.json().path("id").asLong(), "oAfter");

        assertThat(as("own").get(PATH + "/" + before).json().path("state").asString()).isEqualTo("ENDED");
        assertThat(contacts.boundTo("oBefore")).isEmpty();
        assertThat(contacts.boundTo("oAfter")).extracting(Contact::name).containsExactly("测试接任");
    }

    @Test
    void who_left_the_account_is_listed_with_a_warning() {
        long id = added("own", form());
        added("own", form());
        bind(id, "oLeaving");
        contacts.markUnfollowed("oLeaving", NOW.plusSeconds(5));

        JsonNode items = as("city").get(PATH + "?unfollowed=true").json().path("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("warning").asString()).contains("取消关注", "重新关注");
        assertThat(items.get(0).path("unfollowedAt").asString()).isEqualTo("2026-11-23T10:00:05+08:00");
        assertThat(as("elsewhere").get(PATH + "?unfollowed=true").json().path("items")).isEmpty();
    }

    @Test
    void a_list_is_filtered_and_paged_by_key() {
        long first = added("own", form());
        long other = added("other", form());
        long centres = added("city", with(form(), "username", "city"));

        JsonNode page = as("city").get(PATH + "?limit=2").json();
        assertThat(page.at("/items/0/id").asLong()).isEqualTo(centres);
        assertThat(page.at("/items/1/id").asLong()).isEqualTo(other);
        JsonNode rest = as("city").get(PATH + "?limit=2&after=" + page.path("next").asString()).json();
        assertThat(rest.at("/items/0/id").asLong()).isEqualTo(first);
        assertThat(rest.has("next")).isFalse();
        assertThat(as("city").get(PATH + "?institution=S000044010002").json().at("/items/0/id").asLong()).isEqualTo(other);
        assertThat(as("province").get(PATH + "?centre=440100").json().path("items")).hasSize(1);
        assertThat(as("own").get(PATH).json().path("items")).hasSize(1);
        Answer refused = as("own").get(PATH + "?institution=S000044010002&state=LOST&unfollowed=maybe&after=x&colour=red");
        assertThat(refused.json().path("errors")).hasSize(5);
    }
}
