package io.zhengxun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.fixture.DemoCaller;
import io.zhengxun.fixture.OwnPort;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.standalone.demo.DemoPeople;
import io.zhengxun.standalone.simulator.chat.Phones;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations from the chat to staff and back to the phone, through all three applications and the simulated platform. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"spring.config.name=standalone", "zhengxun.simulator.answer-limit=2s"})
@ContextConfiguration(initializers = {SharedServers.class, OwnPort.class})
class TalkedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTACT = Phones.openId(3);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern CONSULTATION = Pattern.compile("RG\\d{6}-[0-9A-Z]{8}");

    private static final Pattern COMPLAINT = Pattern.compile("[A-Z]{2}\\d{6}-[0-9A-Z]{8}");

    private final int port;
    private final SimulatorClient simulator;
    private DemoCaller province;

    TalkedTest(@LocalServerPort int port) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void a_reviewer_of_the_province_at_work() throws IOException, InterruptedException {
        simulator.faults("{}");
        simulator.call("POST", "/simulator/phones/" + CONTACT + "/follow", null);
        province = DemoCaller.loggedIn(port, "demo-sheng");
    }

    @Test
    void who_asks_for_a_person_is_answered_in_the_chat_by_staff() throws Exception {
        String user = simulator.follower();
        assertThat(ask(user, "人工")).contains("要咨询的问题");
        String number = consultation(ask(user, "我想补办一张十年前的旧证书，怎么办理"));
        assertThat(read(province.get("/api/consultations?limit=200")).path("items").valueStream()
                .map(one -> one.path("number").asString())).contains(number);

        act(number, "take", "");
        assertThat(read(province.get("/api/consultations/" + number)).path("said").toString()).contains("十年前的旧证书");
        act(number, "answer", ", \"answer\": \"请带身份证到原评价机构办理。\"");

        await().atMost(SOON).untilAsserted(() -> assertThat(all(user)).contains("请带身份证到原评价机构办理。", number));
    }

    @Test
    void an_answer_of_no_use_opens_a_case_for_staff() throws Exception {
        String user = simulator.follower();
        assertThat(ask(user, "查询证书要不要收钱")).contains("依据：粤技服", "有用", "没用");

        String number = consultation(ask(user, "没用"));

        JsonNode opened = read(province.get("/api/consultations/" + number));
        assertThat(opened.path("origin").asString()).isEqualTo("RATED");
        assertThat(opened.path("said").toString()).contains("查询证书要不要收钱");
    }

    @Test
    void a_complaint_goes_step_by_step_to_staff_and_the_institution_and_its_answer_to_the_phone() throws Exception {
        String user = simulator.follower();
        assertThat(ask(user, "我要投诉")).contains("机构行为");
        ask(user, "3");
        assertThat(ask(user, "交咗钱三个月都唔发证，打电话又无人听")).contains("图片");
        simulator.call("POST", "/simulator/phones/" + user + "/messages", "{\"type\": \"image\"}");
        await().atMost(SOON).untilAsserted(() -> assertThat(all(user)).contains("已收到 1 张图片"));
        ask(user, "跳过");
        assertThat(ask(user, "跳过")).contains("图片：1 张", "确认提交");
        String filed = ask(user, "确认提交");
        Matcher found = COMPLAINT.matcher(filed);
        assertThat(found.find()).as(filed).isTrue();
        String number = found.group();

        String picture = "/api/complaints/" + number + "/pictures/1";
        await().atMost(SOON).untilAsserted(() -> assertThat(province.get(picture).statusCode()).isEqualTo(200));
        assertThat(province.get(picture).headers().firstValue("Content-Type").orElse("")).startsWith("image/png");

        handle(number, "assignment", "");
        handle(number, "question", ", \"institution\": \"S000044010001\", \"text\": \"请说明发证情况。\"");
        handle(number, "answer", ", \"text\": \"机构已承诺一周内发证。\"");
        assertThat(ask(user, "投诉进度")).contains("机构已承诺一周内发证。");
        handle(number, "closing", "");

        await().atMost(SOON).untilAsserted(() -> assertThat(simulator.chat(user).valueStream()
                .filter(line -> line.path("card").isObject() && line.path("card").toString().contains(number))).isNotEmpty());
    }

    @Test
    void what_an_institution_has_to_do_is_told_to_its_contact_and_to_nobody_else() {
        assertThat(ask(CONTACT, "我们机构的待办事项")).doesNotContain("绑定").contains("待办", "上报证书数据", "期限");

        assertThat(ask(simulator.follower(), "我们机构的待办事项")).contains("绑定").doesNotContainPattern("[A-Z]{2}\\d{6}-|期限");
    }

    @Test
    void a_look_up_that_a_question_interrupted_goes_on_where_it_was_left() {
        String user = simulator.follower();
        assertThat(ask(user, "查证书")).contains("姓名");
        ask(user, DemoPeople.name(7));

        assertThat(ask(user, "查询证书到底要不要收费的呢")).contains("不收取任何费用", "依据：", "继续");

        assertThat(ask(user, "继续")).contains("已收到姓名", "证件号码");
        assertThat(ask(user, DemoPeople.idNumber(7))).containsAnyOf("证书", "没有查到");
    }

    @Test
    void the_menu_is_told_at_the_start_and_each_button_leads_to_a_reply() {
        await().atMost(SOON).until(() -> simulator.json("GET", "/simulator/menu", null).size() == 3);
        String user = simulator.follower();
        await().atMost(SOON).until(() -> fromAccount(user) > 0);

        int buttons = 0;
        for (JsonNode column : simulator.json("GET", "/simulator/menu", null)) {
            for (JsonNode button : column.path("sub_button")) {
                if (button.path("type").asString().equals("click")) {
                    long before = fromAccount(user);
                    simulator.call("POST", "/simulator/phones/" + user + "/messages",
                            "{\"type\": \"event\", \"fields\": {\"Event\": \"CLICK\", \"EventKey\": \""
                                    + button.path("key").asString() + "\"}}");
                    await(button.path("name").asString()).atMost(SOON).until(() -> fromAccount(user) > before);
                    buttons++;
                }
            }
        }
        assertThat(buttons).isGreaterThan(8);
    }

    private long fromAccount(String user) {
        return simulator.chat(user).valueStream().filter(line -> line.path("side").asString().equals("ACCOUNT")).count();
    }

    private void act(String number, String act, String more) throws IOException, InterruptedException {
        int version = read(province.get("/api/consultations/" + number)).path("version").asInt();
        HttpResponse<String> answer =
                province.post("/api/consultations/" + number + "/" + act, "{\"version\": " + version + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private void handle(String number, String act, String more) throws IOException, InterruptedException {
        int version = read(province.get("/api/complaints/" + number)).path("version").asInt();
        HttpResponse<String> answer =
                province.post("/api/complaints/" + number + "/" + act, "{\"version\": " + version + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    /** The reply that a person reads to a message. */
    private String ask(String user, String text) {
        long exchange = simulator.say(user, text);
        await().atMost(SOON).until(() -> !simulator.seen(user, exchange).isEmpty());
        return String.join("\n", simulator.seen(user, exchange));
    }

    /** Everything that stands in a person's chat. */
    private String all(String user) {
        return simulator.chat(user).toString();
    }

    private static String consultation(String reply) {
        Matcher number = CONSULTATION.matcher(reply);
        assertThat(number.find()).as(reply).isTrue();
        return number.group();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
