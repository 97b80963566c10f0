package io.zhengxun.bot.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.conversation.Conversation;
import io.zhengxun.bot.receipt.Receipts;
import io.zhengxun.bot.receipt.Source;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import io.zhengxun.wechat.OpenId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** One's own data, from consent to deletion (Q7), in the real conversation. */
@SpringBootTest(
        classes = {BotServerApplication.class, SettableClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=bot-server",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "zhengxun.wechat.mp.app-id=wx0test0conversation",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test-secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:9",
            "zhengxun.public.base-url=https://wx.example.cn"
        })
@ContextConfiguration(initializers = SharedServers.class)
class OwnDataTest {

    private static final String NAME = "陈甲子";

    @Autowired
    Conversation conversation;

    @Autowired
    Receipts receipts;

    @Autowired
    Identities identities;

    @Autowired
    HolderSubscriptions subscriptions;

    @Autowired
    Institutions institutions;

    @Autowired
    Certificates certificates;

    @Autowired
    Workflow workflow;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private OpenId user;
    private String id;
    private String number;

    @BeforeEach
    void somebody_with_a_certificate_under_review() {
        clock.reset();
        user = new OpenId("o" + UUID.randomUUID());
        id = freshId();
        number = certificate(id);
        conversation.answer(InboundMessage.event(user, clock.instant(), "subscribe", ""));
    }

    @Test
    void bound_by_consent_one_asks_for_ones_own_certificates_without_typing() {
        assertThat(say("绑定身份")).contains("加密保存", "解绑身份", "同意绑定");
        assertThat(say("好")).contains("同意绑定身份");
        assertThat(say("同意绑定身份")).contains("姓名和证件号码");
        assertThat(say(NAME)).contains("再发送您本人的证件号码");
        assertThat(say(id)).contains("绑定成功", "陈**").doesNotContain(NAME, id);

        assertThat(say("查我的证书")).contains(number, "审核中", "您绑定的身份 陈**").doesNotContain(NAME, id);
        assertThat(say("我的证办到哪一步了")).contains(number, "审核中");
        assertThat(identities.of(user.value()).orElseThrow().consentVersion()).isEqualTo(BindingIdentity.CONSENT_VERSION);
    }

    @Test
    void fields_of_somebody_else_are_still_looked_up() {
        bind();
        String otherId = freshId();
        String otherNumber = certificate(otherId);

        assertThat(say(NAME + " " + otherId)).contains(otherNumber).doesNotContain(number);
    }

    /** Q2, Q5: binding must not tell more than a query does. */
    @Test
    void who_does_not_match_gets_the_answer_of_a_query_and_its_locks() {
        String unknown = freshId();
        String asQuery = say(NAME + " " + unknown);

        assertThat(tryToBind("李乙丑", id)).isEqualTo(asQuery);
        assertThat(tryToBind(NAME, freshId())).isEqualTo(asQuery);
        assertThat(identities.of(user.value())).isEmpty();
        String last = "";
        for (int i = 0; i < 12; i++) {
            last = tryToBind("李乙丑", id);
        }
        assertThat(last).contains("以后再试");
    }

    @Test
    void without_consent_nothing_is_kept() {
        say("绑定身份");
        assertThat(say(NAME + " " + id)).contains(number, "继续刚才的“个人信息与隐私”");
        assertThat(say("继续")).contains("同意绑定身份");
        assertThat(say("取消")).contains("已取消");
        assertThat(identities.of(user.value())).isEmpty();
    }

    @Test
    void a_doubtful_number_is_asked_for_again() {
        say("绑定身份");
        say("同意绑定身份");
        String wrong = id.substring(0, 17) + (id.endsWith("1") ? "2" : "1");
        assertThat(say("姓名：" + NAME + "\n证件号码：" + wrong)).contains("请核对后重新发送");
        assertThat(say(id)).contains("绑定成功");
    }

    @ParameterizedTest
    @ValueSource(strings = {"解绑身份", "解绑", "我要解绑", "解除绑定", "解除身份绑定"})
    void unbinding_deletes_at_once(String words) {
        bind();
        assertThat(say(words)).contains("您绑定的身份是", "陈**").doesNotContain(NAME, id);
        assertThat(say("确认解绑身份")).contains("已解绑");
        assertThat(identities.of(user.value())).isEmpty();
        assertThat(say("查我的证书")).contains("请发送").doesNotContain(number);
    }

    @Test
    void what_is_kept_is_shown_masked_with_what_can_be_done() {
        assertThat(say("我的信息")).contains("没有保存", "绑定身份");
        bind();
        say("查我的证书");
        say("有结果通知我");

        assertThat(say("睇下我嘅資料"))
                .contains("陈**", number, "解绑身份", "导出我的信息", "删除我的信息")
                .doesNotContain(NAME, id);
    }

    @Test
    void exporting_leads_to_a_page_whose_address_says_nothing() {
        assertThat(say("导出我的信息")).contains("没有保存");
        bind();
        assertThat(say("导出我的信息")).contains("href=\"https://wx.example.cn/m/own\"").doesNotContain(NAME, id);
    }

    @Test
    void deleting_asks_once_and_leaves_nothing() {
        bind();
        say("查我的证书");
        say("有结果通知我");
        say("我要投诉");
        say("取消");

        assertThat(say("删除我的信息")).contains("不能恢复", "依规保留", "确认删除");
        assertThat(subscriptions.countOpen(user.value())).isEqualTo(1);
        assertThat(say("确认删除")).contains("已删除");

        assertThat(identities.of(user.value())).isEmpty();
        assertThat(subscriptions.countOpen(user.value())).isZero();
        assertThat(say("我的信息")).contains("没有保存");
        assertThat(say("确认删除")).doesNotContain("已删除");
    }

    @Test
    void whoever_leaves_the_account_leaves_no_identity() {
        bind();
        receipts.take(Source.OFFICIAL_ACCOUNT, InboundMessage.event(user, clock.instant(), "unsubscribe", ""));
        assertThat(identities.of(user.value())).isEmpty();
    }

    @Test
    void nothing_of_it_is_readable_in_the_database() {
        bind();
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT * FROM bound_identity");
        assertThat(rows).isNotEmpty();
        for (Map<String, Object> row : rows) {
            for (Object value : row.values()) {
                String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
                assertThat(text.contains(NAME) || text.contains(id) || text.contains(user.value())).isFalse();
            }
        }
    }

    @Test
    void going_back_and_beginning_anew_work_here_too() {
        say("绑定身份");
        say("同意绑定身份");
        assertThat(say("返回")).contains("是否同意");
        say("同意绑定身份");
        assertThat(say("收费吗")).contains("不收取", "继续");
        assertThat(say("继续")).contains("姓名和证件号码");
    }

    @ParameterizedTest
    @CsvSource({
        "谁能查到我的信息, 个人隐私信息", "你们会不会泄露我的身份证号, 个人隐私信息", "删除证书数据, 附件5-2"})
    void questions_are_answered_and_begin_nothing(String question, String expected) {
        assertThat(say(question)).contains(expected).doesNotContain("确认删除", "同意绑定");
    }

    @ParameterizedTest
    @CsvSource({
        "绑定身份, BIND", "我想绑定本人身份, BIND", "实名绑定, BIND", "解绑身份, UNBIND", "解除身份绑定, UNBIND", "解绑, UNBIND",
        "我的信息, LOOK", "查看我的个人信息, LOOK", "導出我的資料, EXPORT", "删除我的数据。, DELETE", "撤回同意, DELETE",
        "取消, ", "取消绑定身份, UNBIND", "绑定机构, ", "我的信息错了, ", "删除证书数据, ", "绑定, "})
    void whole_messages_are_wishes(String typed, OwnWish wish) {
        assertThat(OwnWish.read(typed).orElse(null)).isEqualTo(wish);
    }

    private void bind() {
        assertThat(tryToBind(NAME, id)).contains("绑定成功");
    }

    private String tryToBind(String name, String idNumber) {
        say("绑定身份");
        say("同意绑定身份");
        return say("姓名：" + name + "\n证件号码：" + idNumber);
    }

    private String say(String text) {
        String reply = conversation.answer(InboundMessage.text(user, UUID.randomUUID().toString(), text));
        assertThat(reply.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        return reply;
    }

    /** An area code that was never assigned. */
    private static String freshId() {
        int next = FreshNumbers.next();
        String body = "440099" + "19%02d%02d".formatted(60 + next / 1000 % 40, 1 + next / 100 % 10) + "07"
                + "%03d".formatted(next % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String certificate(String idNumber) {
        String prefix = FreshNumbers.prefix();
        long institution = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewCertificate row = new NewCertificate(
                2, CertificateNumber.of(prefix + "253000001"),
                new Holder(PersonName.of(NAME), IdNumber.of(IdType.RESIDENT_ID, idNumber)), "电工", "电工", Level.ADVANCED,
                LocalDate.of(2025, 3, 18), Standing.VALID);
        transaction.executeWithoutResult(status -> workflow.begin(
                new NewSubmission(
                        institutions.find(institution).orElseThrow(), Stage.CITY_REVIEW, clock.instant(),
                        new NewSubmission.Source(null, null, digest), 1, "tester"),
                Actor.system(),
                begun -> {
                    certificates.store(begun.id(), institution, certificates.seal(List.of(row)));
                    return Map.of();
                }));
        return row.number().value();
    }
}
