package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.RedisOutage;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
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
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.OrderedReturn;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturningRows;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the bot says (Q1–Q5), on real servers, on Thursday 2026-11-12 at 10:00. */
@SpringBootTest(
        classes = BotServerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=bot-server",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "zhengxun.wechat.mp.app-id=wx0test0conversation",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test-secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:9"
        })
@ContextConfiguration(initializers = SharedServers.class)
@Import(ConversationTest.FixedTime.class)
class ConversationTest {

    private static final Instant NOW = Instant.parse("2026-11-12T02:00:00Z");
    private static final Staff PROVINCE =
            new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    private static final String NAME = "陈甲子";
    private static final String ID = "44009919900307019X";
    private static final String UNKNOWN_ID = "44009919900307035X";
    private static final String OTHER_ID = "44009919900307027X";

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneId.of("America/New_York"));
        }
    }

    @Autowired
    Conversation conversation;

    @Autowired
    Institutions institutions;

    @Autowired
    Workflow workflow;

    @Autowired
    ReturningRows returning;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    Certificates certificates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HolderSubscriptions subscriptions;

    @Autowired
    RedisTemplate<String, byte[]> redis;

    @Autowired
    RedisGate gate;

    @Autowired
    JdbcTemplate jdbc;

    private OpenId user;
    private String prefix;
    private Tier tier = Tier.MUNICIPAL;
    private Submission stored;

    @BeforeEach
    void someone_new_asks_about_a_new_institution() {
        user = new OpenId("user-" + UUID.randomUUID());
        prefix = FreshNumbers.prefix();
        conversation.answer(InboundMessage.event(user, NOW, "subscribe", ""));
    }

    @Test
    void a_published_certificate_is_shown_masked_with_the_note_about_guowang() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);

        String reply = say(NAME + " " + number);

        assertThat(reply)
                .contains("已在国网公布", "陈**", "440*************9X", number, "电工", "高级工", "2025年3月18日", "示例评价中心", "zscx.osta.org.cn")
                .doesNotContain(NAME)
                .doesNotContain(ID)
                .doesNotContain(ID.substring(3, 16));
    }

    @Test
    void the_second_field_may_come_in_a_second_message() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);

        assertThat(say(number)).contains("已收到证书编号", "还差一项");
        assertThat(say("姓名：" + NAME)).contains("已在国网公布", number);
    }

    @Test
    void an_unusual_name_is_understood_where_a_name_was_asked_for() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);

        assertThat(say("陈建工")).doesNotContain("已收到姓名");
        say(number);
        assertThat(say("谢谢")).contains("还差一项", "“取消”");
        assertThat(say("那怎么办")).contains("还差一项", "任意两项");
        assertThat(say("陈建工")).contains("没有查到");
    }

    @Test
    void a_name_alone_is_asked_for_a_second_field() {
        assertThat(say(NAME)).contains("已收到姓名", "还差一项").doesNotContain(NAME);
        assertThat(say(UNKNOWN_ID)).contains("没有查到").doesNotContain(UNKNOWN_ID);
    }

    @Test
    void after_an_answer_the_earlier_field_is_forgotten() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);
        say(number);
        say(NAME);

        assertThat(say(NAME)).contains("还差一项");
    }

    @Test
    void a_doubtful_field_is_named_and_the_right_one_is_kept() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);

        assertThat(say(NAME + " " + number.substring(0, 15) + "9" + number.substring(16))).contains("证书编号：", "第16位");
        assertThat(say(number)).contains("已在国网公布");
    }

    @Test
    void wrong_and_absent_get_the_same_words() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);
        String absent = number.substring(0, 16) + "999999";

        String wrongName = say("李乙丑 " + number);
        assertThat(wrongName).contains("没有查到");
        assertThat(say(NAME + " " + absent)).isEqualTo(wrongName);
        assertThat(say(OTHER_ID + " " + number)).isEqualTo(wrongName);
    }

    @Test
    void a_deleted_certificate_is_answered_like_an_absent_one() {
        String deleted = stored(Stage.PUBLISHED, Standing.DELETED);

        assertThat(say(NAME + " " + deleted)).isEqualTo(say("李乙丑 " + deleted));
    }

    @Test
    void a_suspended_certificate_is_being_verified_without_details() {
        String number = stored(Stage.PUBLISHED, Standing.SUSPENDED);

        assertThat(say(NAME + " " + number)).contains("正在核实", "示例评价中心").doesNotContain("电工", "高级工", "陈");
    }

    @Test
    void a_batch_under_way_tells_desk_since_when_and_due_date() {
        // Received on Friday 2026-11-06: fifteen working days later is 2026-11-27 (D2).
        String number = stored(Stage.CITY_REVIEW, Standing.VALID);

        assertThat(say(NAME + " " + number))
                .contains("尚未在国网公布", "广州市技能中心审核中", "开始于：2026年11月6日", "最迟应于 2026年11月27日 完成", "000-00000000");
    }

    @Test
    void a_provincial_institutions_batch_lies_with_the_province() {
        tier = Tier.PROVINCIAL;
        String number = stored(Stage.RECEIVED, Standing.VALID);

        assertThat(say(NAME + " " + number)).contains("广东省职业技能服务指导中心已接收", "2026年11月27日");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = {"PUBLISHED", "REPLACED", "DISCARDED"})
    void every_stage_that_has_rows_is_worded_for_holders(Stage stage) {
        String number = stored(stage, Standing.VALID);

        assertThat(say(NAME + " " + number)).contains("尚未在国网公布", "进度：").doesNotContain("{", "null");
    }

    @Test
    void what_waits_for_the_lead_says_so() {
        String number = stored(Stage.CITY_REVIEWED, Standing.VALID);
        assertThat(say(NAME + " " + number)).contains("广州市技能中心已审核，待负责人审批", "2026年11月27日");
        number = stored(Stage.PROVINCE_APPROVED, Standing.VALID);
        assertThat(say(NAME + " " + number)).contains("广东省职业技能服务指导中心已审批，待上传国网");
    }

    @Test
    void a_return_tells_its_due_date_once_the_notice_was_received() {
        String number = stored(Stage.PROVINCE_REVIEW, Standing.VALID);
        Return returned = returning.returnAll(ordered(), "", "NAME", PROVINCE).recorded();
        notifying.acknowledge(new OrderedReturn(returned.number(), returned.version()), own());

        // Ten working days after Thursday 2026-11-12 (D6).
        assertThat(say(NAME + " " + number))
                .contains("已退回评价机构更正", "开始于：2026年11月12日", "最迟应于 2026年11月26日 完成")
                .doesNotContain("不一致");
    }

    @Test
    void a_return_not_yet_received_has_no_due_date() {
        String number = stored(Stage.PROVINCE_REVIEW, Standing.VALID);
        returning.returnAll(ordered(), "", "NAME", PROVINCE);

        assertThat(say(NAME + " " + number)).contains("已退回评价机构更正", "自评价机构收到退回通知起计算").doesNotContain("最迟");
    }

    @Test
    void a_row_published_by_its_receipt_is_published_whatever_the_others_are() {
        String number = stored(Stage.SENT_TO_MINISTRY, Standing.VALID);
        assertThat(say(NAME + " " + number)).contains("待国网公布");

        jdbc.update("UPDATE certificate SET published_on = ? WHERE number = ?", LocalDate.of(2026, 11, 12), number);

        assertThat(say(NAME + " " + number)).contains("已在国网公布");
    }

    @Test
    void every_query_leaves_a_masked_trail() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);
        say(NAME + " " + number);

        Map<String, Object> entry = jdbc.queryForMap("SELECT * FROM query_trail ORDER BY id DESC LIMIT 1");
        assertThat(entry)
                .containsEntry("masked_name", "陈**")
                .containsEntry("masked_number", number.substring(0, 16) + "******")
                .containsEntry("masked_id", "")
                .containsEntry("outcome", "FOUND");
        // Completed from the certificate found: whoever asks "who looked me up" by ID number finds this entry.
        assertThat(entry.get("id_hash")).isNotNull();
    }

    @Test
    void too_many_queries_are_told_when_to_come_back() {
        for (int i = 0; i < 10; i++) {
            say(NAME + " " + stored(Stage.PUBLISHED, Standing.VALID));
        }
        assertThat(say(NAME + " " + stored(Stage.PUBLISHED, Standing.VALID))).contains("太频繁", "以后再试");
    }

    @Test
    void guessing_is_locked_for_a_time() {
        String number = stored(Stage.PUBLISHED, Standing.VALID);
        for (int i = 0; i < 5; i++) {
            assertThat(say("李乙丑 " + number)).contains("没有查到");
        }
        assertThat(say(NAME + " " + number)).contains("多次查询不相符", "以后再试");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "video", "location", "link"})
    void other_types_get_a_useful_answer(String type) {
        InboundMessage message = new InboundMessage(user, "gh", NOW, type, new TreeMap<>(Map.of("MsgId", "1")));
        assertThat(conversation.answer(message)).contains("请用文字");
    }

    @Test
    void following_is_welcomed_and_unknown_events_pass() {
        assertThat(conversation.answer(InboundMessage.event(user, NOW, "subscribe", ""))).contains("欢迎关注", "任意两项");
        assertThat(conversation.answer(InboundMessage.event(user, NOW, "unheard_of", ""))).isEmpty();
    }

    @Test
    void who_unfollows_leaves_no_field_behind() {
        say(NAME);
        assertThat(conversation.answer(InboundMessage.event(user, NOW, "unsubscribe", ""))).isEmpty();

        assertThat(say(ID)).contains("已收到证件号码", "还差一项");
    }

    @Test
    void several_certificates_of_a_holder_fit_into_one_reply() {
        IdNumber own = IdNumber.of(IdType.PASSPORT, "F%08d".formatted(FreshNumbers.next()));
        for (int i = 0; i < 18; i++) {
            prefix = FreshNumbers.prefix();
            store(Stage.PUBLISHED, Standing.VALID, own);
        }

        String reply = say(NAME + " " + own.plain());

        assertThat(reply).contains("陈**名下查到 18 本证书", "还有更多");
        assertThat(reply.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
    }

    @Test
    void a_rehearsal_leaves_no_trace() {
        long before = jdbc.queryForObject("SELECT COUNT(*) FROM query_trail", Long.class);

        assertThat(conversation.rehearse()).contains("没有查到");

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM query_trail", Long.class)).isEqualTo(before);
    }

    @Test
    void who_waits_for_publication_is_offered_to_be_told_and_is_told_once() {
        String number = stored(Stage.CITY_REVIEW, Standing.VALID);

        assertThat(say(NAME + " " + number)).endsWith(">有结果通知我</a>").contains("weixin://bizmsgmenu");
        assertThat(say("有结果通知我")).contains("已为您登记", number, "电工", "取消通知").doesNotContain("陈");
        assertThat(say(" 有结果，通知我！")).contains("已登记过", number);
        assertThat(subscriptions.countOpen(user.value())).isEqualTo(1);
    }

    @Test
    void what_was_returned_can_be_waited_for_too() {
        String number = stored(Stage.PROVINCE_REVIEW, Standing.VALID);
        returning.returnAll(ordered(), "", "NAME", PROVINCE);

        assertThat(say(NAME + " " + number)).endsWith(">有结果通知我</a>");
        assertThat(say("有结果通知我")).contains("已为您登记", number);
    }

    @Test
    void what_is_published_is_not_waited_for() {
        String waiting = stored(Stage.CITY_REVIEW, Standing.VALID);
        String published = stored(Stage.PUBLISHED, Standing.VALID);
        say(NAME + " " + waiting);

        assertThat(say(NAME + " " + published)).doesNotContain("有结果通知我");
        assertThat(say("有结果通知我")).contains("请先查询");
    }

    @Test
    void who_was_shown_nothing_waits_for_nothing() {
        String number = stored(Stage.CITY_REVIEW, Standing.VALID);

        assertThat(say("有结果通知我")).contains("请先查询");
        say("李乙丑 " + number);
        assertThat(say("有结果通知我")).contains("请先查询");
        assertThat(subscriptions.countOpen(user.value())).isZero();
    }

    @Test
    void who_heard_of_the_publication_meanwhile_need_not_wait() {
        String number = stored(Stage.SENT_TO_MINISTRY, Standing.VALID);
        say(NAME + " " + number);
        jdbc.update("UPDATE certificate SET published_on = ? WHERE number = ?", LocalDate.of(2026, 11, 12), number);

        assertThat(say("有结果通知我")).contains("刚刚已在国网公布");
    }

    @Test
    void who_has_enough_of_it_ends_all() {
        for (int i = 0; i < 2; i++) {
            say(NAME + " " + stored(Stage.CITY_REVIEW, Standing.VALID));
            say("有结果通知我");
        }

        assertThat(say("取消通知")).contains("已取消 2 项");
        assertThat(say("取消通知。")).contains("没有等待中的");
        assertThat(subscriptions.countOpen(user.value())).isZero();
    }

    @Test
    void without_redis_nobody_is_promised_to_be_told() {
        String number = stored(Stage.CITY_REVIEW, Standing.VALID);
        RedisOutage.begin();
        try {
            assertThat(say(NAME + " " + number)).contains("尚未在国网公布").doesNotContain("有结果通知我");
            assertThat(say("有结果通知我")).contains("暂时无法登记");
        } finally {
            RedisOutage.end(redis);
            await().until(() -> gate.ask(() -> redis.hasKey("any")).isPresent());
        }
    }

    private Ordered ordered() {
        return new Ordered(stored.number(), stored.version());
    }

    private Staff own() {
        Scope scope = Scope.ofInstitution(stored.institutionId());
        return new Staff("own", "测试", Role.INSTITUTION_DATA_MANAGER, scope, "127.0.0.1");
    }

    private String say(String text) {
        return conversation.answer(InboundMessage.text(user, UUID.randomUUID().toString(), text));
    }

    private String stored(Stage stage, Standing standing) {
        prefix = FreshNumbers.prefix();
        return store(stage, standing, IdNumber.of(IdType.RESIDENT_ID, ID));
    }

    private String store(Stage stage, Standing standing, IdNumber id) {
        long institution = institutions.file(new NewInstitution(
                prefix,
                "示例评价中心" + prefix,
                tier,
                tier == Tier.MUNICIPAL ? "440100" : "440000",
                "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        CertificateNumber number = CertificateNumber.of(prefix + "253000001");
        Instant arrived = Instant.parse("2026-11-06T08:00:00Z");
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewCertificate row = new NewCertificate(
                2,
                number,
                new Holder(PersonName.of(NAME), id),
                "电工",
                "电工",
                Level.ADVANCED,
                LocalDate.of(2025, 3, 18),
                standing);
        transaction.executeWithoutResult(status -> {
            NewSubmission batch = new NewSubmission(
                    institutions.find(institution).orElseThrow(),
                    stage,
                    arrived,
                    new NewSubmission.Source(null, null, digest),
                    1,
                    "tester");
            stored = workflow.begin(batch, Actor.system(), begun -> {
                certificates.store(begun.id(), institution, certificates.seal(List.of(row)));
                return Map.of();
            });
        });
        return number.value();
    }
}
