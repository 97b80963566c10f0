package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.faq.EditingFaq;
import io.zhengxun.registry.faq.EditingFaq.Seen;
import io.zhengxun.registry.faq.FaqDesk;
import io.zhengxun.registry.question.HandlingQuestions;
import io.zhengxun.registry.question.HandlingQuestions.Meaning;
import io.zhengxun.registry.question.QuestionGroup;
import io.zhengxun.registry.question.QuestionGroups;
import io.zhengxun.registry.question.TaughtPhrasings;
import io.zhengxun.understanding.Decision;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** What staff teach and publish while the bot runs is what it says seconds later. */
@SpringBootTest(
        classes = BotServerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=bot-server",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "zhengxun.wechat.mp.app-id=wx0test0taught",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test-secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:9"
        })
@ContextConfiguration(initializers = SharedServers.class)
class TaughtTest {

    private static final Duration SECONDS = Duration.ofSeconds(8);
    private static final Pattern SEND = Pattern.compile("发送“([^”]+)”");
    private static final String NEW = "今天白菜多少钱一斤";
    private static final Staff PROVINCE =
            new Staff("province", "测试员", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");

    @Autowired
    Conversation conversation;

    @Autowired
    Dialogs dialogs;

    @Autowired
    Understanding understanding;

    @Autowired
    HandlingQuestions handling;

    @Autowired
    QuestionGroups groups;

    @Autowired
    TaughtPhrasings taught;

    @Autowired
    EditingFaq editing;

    @Autowired
    FaqDesk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void nothing_is_taught() {
        // The writer of unanswered questions may be a second behind.
        await().atMost(SECONDS).ignoreExceptions().until(() -> {
            jdbc.update("DELETE FROM unanswered_question");
            jdbc.update("DELETE FROM question_group");
            return true;
        });
        jdbc.update("DELETE FROM taught_phrasing");
        jdbc.update("DELETE FROM faq_entry");
        jdbc.update("DELETE FROM faq_text");
        jdbc.update("UPDATE phrasing_edition SET number = number + 1");
        jdbc.update("UPDATE faq_edition SET number = number + 1");
    }

    @Test
    void a_question_that_was_not_understood_is_collected_taught_understood_and_forgotten_again() {
        assertThat(say(NEW)).doesNotContain("附件5-1");
        await().atMost(SECONDS).until(() -> open().size() == 1);

        handling.assign(open().get(0).id(), new Meaning("correct_data", List.of(NEW)), PROVINCE);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(say(NEW + "？")).contains("附件5-1"));
        assertThat(say("请问今天白菜多少錢一斤")).contains("附件5-1");

        handling.withdraw(taught.all().get(0).id(), PROVINCE);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(say(NEW)).doesNotContain("附件5-1"));
    }

    @Test
    void an_answer_that_is_published_is_given_seconds_later() {
        assertThat(say("查证书要收费吗")).contains("不收取任何费用");
        int drafted = editing.draft(
                        new Seen("fee_region", desk.one("fee_region").edition()), "查询一分钱不收。", "粤技服〔2022〕151号 附件6", PROVINCE)
                .edition();
        assertThat(say("查证书要收费吗")).contains("不收取任何费用");

        editing.publish(new Seen("fee_region", drafted), PROVINCE);

        await().atMost(SECONDS).untilAsserted(() -> assertThat(say("查证书要收费吗")).contains("查询一分钱不收。\n依据："));
    }

    @Test
    void whatever_an_answer_asks_to_send_is_understood() {
        List<String> asked = desk.all().stream()
                .flatMap(entry -> SEND.matcher(entry.published().body()).results().map(found -> found.group(1)))
                .distinct()
                .toList();

        assertThat(asked).contains("人工", "投诉", "待办").allSatisfy(words -> assertThat(say(words))
                .as(words)
                .isNotBlank()
                .doesNotContain("答不上来", "您想问的是哪一个"));
    }

    @Test
    void staff_are_told_rightly_by_which_intents_a_dialog_begins_whatever_the_words() {
        Said said = Heard.words(new OpenId("someone"), "随便问一句", understanding.read("随便问一句")).said();

        assertThat(Arrays.stream(Intent.values()).filter(intent -> dialogs.canBegin(intent, said)))
                .containsExactlyInAnyOrderElementsOf(Decision.GUIDED);
    }

    private List<QuestionGroup> open() {
        return groups.page(QuestionGroup.State.OPEN, null, 10);
    }

    /** By somebody new each time. */
    private String say(String text) {
        OpenId user = new OpenId("user-" + UUID.randomUUID());
        return conversation.answer(InboundMessage.text(user, UUID.randomUUID().toString(), text));
    }
}
