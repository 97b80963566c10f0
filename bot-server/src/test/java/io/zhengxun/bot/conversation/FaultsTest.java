package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.Follower;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.RedisOutage;
import io.zhengxun.bot.WholeBotTest;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.understanding.intent.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.RedisTemplate;

/** A conversation goes on as if nothing had happened, or says that it cannot: pushed again, at once, by two instances, without Redis. */
@WholeBotTest
class FaultsTest {

    private static final String NAME = "陈甲子";

    private static ConfigurableApplicationContext other;

    @Autowired
    RedisTemplate<String, byte[]> redis;

    @Autowired
    RedisGate gate;

    @Autowired
    Complaints complaints;

    private final int port;
    private final String id = FreshNumbers.residentId();
    private Follower person;

    FaultsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeEach
    void somebody_follows() {
        person = Follower.welcomed(port);
    }

    @AfterAll
    static void the_other_instance_ends() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    void a_message_pushed_three_times_is_one_step() {
        person.taps(Intent.COMPLAINT);
        String category = person.written("3");
        String first = person.pushes(category);
        assertThat(first).contains("说明情况");

        assertThat(person.pushes(category)).isEqualTo(first);
        assertThat(person.pushes(category)).isEqualTo(first);

        String text = person.written("机构三个月不上报，电话也不接");
        assertThat(person.pushes(text)).contains("截图").isEqualTo(person.pushes(text));
        assertThat(person.says("返回")).contains("说明情况");
    }

    @Test
    void what_is_confirmed_in_a_message_pushed_again_is_filed_once() {
        person.taps(Intent.COMPLAINT);
        Stream.of("3", "机构三个月不上报，电话也不接", "跳过", "跳过").forEach(person::says);
        String confirmation = person.written("确认提交");

        String filed = person.pushes(confirmation);

        assertThat(filed).contains("已提交");
        assertThat(person.pushes(confirmation)).isEqualTo(filed);
        assertThat(complaints.ofPerson(person.openId())).hasSize(1);
    }

    @Test
    void of_two_messages_at_once_each_gets_its_turn() throws Exception {
        for (int i = 0; i < 5; i++) {
            person = Follower.welcomed(port);
            List<String> replies = atOnce(person, person, NAME, FreshNumbers.residentId());

            assertThat(replies).filteredOn(reply -> reply.contains("还差一项")).hasSize(1);
            assertThat(replies).filteredOn(reply -> reply.contains("没有查到")).hasSize(1);
        }
    }

    @Test
    void two_instances_talk_as_one() throws Exception {
        Follower elsewhere = Follower.of(person, otherInstance());
        person.taps(Intent.COMPLAINT);
        String category = person.written("3");

        assertThat(elsewhere.pushes(category)).contains("说明情况").isEqualTo(person.pushes(category));
        assertThat(person.says("机构三个月不上报，电话也不接")).contains("截图");
        assertThat(elsewhere.says("返回")).contains("说明情况");
        assertThat(elsewhere.says("取消")).contains("已取消");
        assertThat(person.says("继续")).contains("没有进行中的办理");
        List<String> replies = atOnce(person, elsewhere, NAME, id);
        assertThat(replies).filteredOn(reply -> reply.contains("还差一项")).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.contains("没有查到")).hasSize(1);
    }

    @Test
    void a_message_pushed_to_two_instances_at_once_is_one_step() throws Exception {
        Follower elsewhere = Follower.of(person, otherInstance());
        person.taps(Intent.COMPLAINT);
        String category = person.written("3");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> here = threads.submit(() -> person.pushes(category));
            Future<String> there = threads.submit(() -> elsewhere.pushes(category));
            assertThat(here.get()).contains("说明情况").isEqualTo(there.get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(person.says("返回")).contains("哪一类问题");
    }

    @Test
    void without_redis_in_the_middle_of_a_dialog_a_useful_answer_is_given_and_nothing_wrong_remembered() {
        person.taps(Intent.COMPLAINT);
        person.says("3");
        RedisOutage.begin();
        try {
            assertThat(person.says("证书多久能上网查到")).contains("15 个工作日");
            assertThat(person.says(NAME + " " + id)).contains("没有查到");
            assertThat(person.says(NAME)).contains("已收到姓名", "同一条消息");
            assertThat(person.says("返回")).contains("暂时不能分步办理");
            assertThat(person.says("1")).contains("暂时不能分步办理").doesNotContain("转给工作人员");
            assertThat(person.says("我要投诉")).contains("暂时不能分步办理").doesNotContain("哪一类");
            assertThat(person.says("确认提交")).doesNotContain("已提交");
        } finally {
            RedisOutage.end(redis);
            await().until(() -> gate.ask(() -> redis.hasKey("any")).isPresent());
        }
        assertThat(complaints.ofPerson(person.openId())).isEmpty();
        // Redis may have lost the dialog or not; the name that was said meanwhile is not remembered.
        assertThat(person.says("取消")).containsAnyOf("已取消", "没有进行中的办理");
        assertThat(person.says(FreshNumbers.residentId())).contains("已收到证件号码", "还差一项");
    }

    private static List<String> atOnce(Follower one, Follower same, String first, String second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> replies =
                    List.of(threads.submit(() -> one.says(first)), threads.submit(() -> same.says(second)));
            return List.of(replies.get(0).get(), replies.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    /** On the same servers, with a memory of its own. */
    private static int otherInstance() {
        if (other == null) {
            String[] settings = Stream.concat(
                            SharedServers.properties().entrySet().stream()
                                    .map(setting -> setting.getKey() + "=" + setting.getValue()),
                            Arrays.stream(WholeBotTest.class.getAnnotation(SpringBootTest.class).properties()))
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new);
            other = new SpringApplicationBuilder(BotServerApplication.class).properties("server.port=0").run(settings);
        }
        return ((WebServerApplicationContext) other).getWebServer().getPort();
    }
}
