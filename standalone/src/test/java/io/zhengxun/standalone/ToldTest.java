package io.zhengxun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.fixture.DemoCaller;
import io.zhengxun.fixture.DemoSheet;
import io.zhengxun.fixture.OwnPort;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.standalone.simulator.chat.Phones;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what staff do to what the demo's contacts see, through all three applications and the simulated platform. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"spring.config.name=standalone", "zhengxun.simulator.answer-limit=2s"})
@ContextConfiguration(initializers = {SharedServers.class, OwnPort.class})
class ToldTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTACT = Phones.openId(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final int port;
    private final SimulatorClient simulator;
    private DemoCaller city;

    ToldTest(@LocalServerPort int port) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void a_city_reviewer_at_work() throws IOException, InterruptedException {
        simulator.faults("{}");
        simulator.call("POST", "/simulator/phones/" + CONTACT + "/follow", null);
        city = DemoCaller.loggedIn(port, "demo-shi");
        await().atMost(SOON).until(() -> !contact("陈姐").has("unfollowedAt"));
    }

    @Test
    void returned_rows_reach_the_contacts_phone_and_are_known_as_delivered() throws Exception {
        assertThat(DemoSheet.handIn(port, DemoSheet.csv(7000, 3)).statusCode()).isEqualTo(200);
        String batch = read(city.get("/api/submissions?limit=200"))
                .path("items").valueStream()
                .filter(one -> one.path("stage").asString().equals("RECEIVED") && one.path("rows").asInt() == 3)
                .findFirst().orElseThrow().path("number").asString();
        city.post("/api/submissions/" + batch + "/take-up", "{\"version\": " + version(batch) + "}");
        HttpResponse<String> returned = city.post("/api/submissions/" + batch + "/return",
                "{\"version\": " + version(batch) + ", \"all\": true, \"reason\": \"NAME\"}");
        assertThat(returned.statusCode()).as(returned.body()).isEqualTo(201);

        await().atMost(SOON).until(() -> cards().anyMatch(card -> values(card).contains(batch)));

        JsonNode card = cards().filter(one -> values(one).contains(batch)).findFirst().orElseThrow();
        assertThat(card.path("title").asString()).isEqualTo("证书数据退回通知");
        assertThat(values(card)).contains("3", "广州市技能中心");
        String notice = card.path("link").asString().replaceAll(".*/", "");
        await().atMost(SOON).until(() -> read(city.get("/api/notices/" + notice)).path("state").asString().equals("DELIVERED"));
    }

    @Test
    void a_contact_who_no_longer_follows_is_told_by_e_mail() throws Exception {
        simulator.call("POST", "/simulator/phones/" + CONTACT + "/unfollow", null);
        String contact = contact("陈姐").path("id").asString();

        assertThat(city.post("/api/contacts/" + contact + "/test-alert", "{}").statusCode()).isBetween(200, 299);

        await().atMost(SOON).until(() -> simulator.json("GET", "/simulator/mails", null).path("mails").valueStream()
                .anyMatch(mail -> mail.path("to").asString().equals("chenjie@jigou.example")
                        && mail.path("subject").asString().startsWith("测试提醒")));
    }

    @Test
    void an_invitation_lies_ready_and_binds_who_scans_and_confirms() throws Exception {
        String user = simulator.json("POST", "/simulator/phones", "{\"name\":\"刘工\"}").path("openId").asString();
        String scene = simulator.json("GET", "/simulator/codes", null).path(0).path("scene").asString();

        simulator.call("POST", "/simulator/phones/" + user + "/scans", "{\"scene\":\"" + scene + "\"}");

        await().atMost(SOON).until(() -> parts(user).anyMatch(part -> part.path("kind").asString().equals("MENU")));
        JsonNode confirm = parts(user).filter(part -> part.path("kind").asString().equals("MENU")).findFirst().orElseThrow();
        simulator.send(user, JSON.writeValueAsString(JSON.createObjectNode()
                .put("content", confirm.path("target").asString())
                .put("menuId", confirm.path("menuId").asString())));
        await().atMost(SOON).until(() -> contact("刘工").path("state").asString().equals("BOUND"));
    }

    private Stream<JsonNode> parts(String user) {
        return simulator.chat(user).valueStream().flatMap(line -> line.path("parts").valueStream());
    }

    private Stream<JsonNode> cards() {
        return simulator.chat(CONTACT).valueStream().map(line -> line.path("card")).filter(JsonNode::isObject);
    }

    private static List<String> values(JsonNode card) {
        return card.path("lines").valueStream().map(line -> line.path("value").asString()).toList();
    }

    private JsonNode contact(String name) throws IOException, InterruptedException {
        return read(city.get("/api/contacts")).path("items").valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst().orElseThrow();
    }

    private int version(String batch) throws IOException, InterruptedException {
        JsonNode answer = read(city.get("/api/submissions/" + batch));
        return (answer.has("submission") ? answer.path("submission") : answer).path("version").asInt();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
