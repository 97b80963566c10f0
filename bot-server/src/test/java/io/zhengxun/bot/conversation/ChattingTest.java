package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.Follower;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.RedisContent;
import io.zhengxun.bot.WholeBotTest;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.privacy.PrivacySettings;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.intent.Intent;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people live through in the chat (section 8), from the encrypted push to the reply on the phone. */
@WholeBotTest
class ChattingTest {

    private static final String NAME = "陈甲子";
    private static final Pattern CONSULTATION = Pattern.compile("RG[0-9]{6}-[0-9A-Z]{8}");

    @Autowired
    Understanding understanding;

    @Autowired
    List<GuidedDialog> dialogs;

    @Autowired
    MenuWords words;

    @Autowired
    Consultations consultations;

    @Autowired
    Complaints complaints;

    @Autowired
    RedisTemplate<String, byte[]> redis;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Vault vault;

    private final int port;
    private final String id = FreshNumbers.residentId();
    private Follower person;

    ChattingTest(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeEach
    void somebody_follows() {
        person = Follower.welcomed(port);
    }

    @ParameterizedTest
    @CsvSource({
        "'帮我查下陈甲子的证，身份证%s', 没有查到",
        "'幫我查下張證，身份證%s，名係陳甲子', 没有查到",
        "'唔该，我想查下张证，我叫陈甲子，身份证号码系%s', 没有查到",
        "'点解查唔到我本证？姓名陈甲子 身份证%s', 没有查到",
        "'陈甲子%s到哪一步了', 没有查到",
        "'请问身份证号%s的证书办到哪一步了', 还差一项",
        "'证书上名字印错了怎么改，我身份证%s', 附件5-1"
    })
    void fields_within_a_sentence_are_found_and_the_rest_says_what_is_wanted(String sentence, String expected) {
        assertThat(person.says(sentence.formatted(id))).contains(expected).doesNotContain(NAME, "陳甲子", id);
    }

    @Test
    void what_is_spoken_is_understood_like_what_is_typed() {
        assertThat(person.speaks("我想问一下证书多久能在网上查到。")).contains("15 个工作日", "依据：");
        assertThat(person.speaks("帮我查一下证书。")).contains("任意两项");
        assertThat(person.speaks("陈甲子。")).contains("已收到姓名");
        assertThat(person.speaks("取消。")).contains("已取消");
        assertThat(person.speaks("")).contains("没有听清");
    }

    @ParameterizedTest
    @CsvSource({
        "證書上的名字印錯了怎麼改, 附件5-1", "收費嗎, 不收取任何费用", "張證幾耐先可以上網查到, 15 个工作日", "我想投訴間機構, 哪一类问题",
        "搵真人客服, 一条消息写下", "证数多就能上网, 15 个工作日", "查争书要手费吗, 不收取任何费用"
    })
    void traditional_characters_cantonese_and_slips_of_the_finger_are_understood(String typed, String expected) {
        assertThat(person.says(typed)).contains(expected);
    }

    @Test
    void back_and_anew_and_cancel_work_in_every_dialog_that_asks_for_more() {
        Set<Intent> asking = EnumSet.noneOf(Intent.class);
        dialogs.stream().flatMap(dialog -> dialog.startedBy().stream()).forEach(intent -> {
            person = Follower.welcomed(port);
            String asked = person.taps(intent);
            if (redis.hasKey(talk())) {
                asking.add(intent);
                assertThat(person.says("返回")).contains("第一步", asked);
                assertThat(person.says("重新开始")).isEqualTo(asked);
                assertThat(person.says("取消")).contains("已取消");
                assertThat(redis.hasKey(talk())).isFalse();
                assertThat(person.says("继续")).contains("没有进行中的办理");
            }
        });
        assertThat(asking).contains(Intent.LOOKUP, Intent.PROGRESS, Intent.SUBSCRIBE, Intent.COMPLAINT, Intent.HUMAN);
    }

    @Test
    void a_step_can_be_gone_back_to_in_the_middle_of_a_complaint() {
        person.taps(Intent.COMPLAINT);
        person.says("3");
        person.says("机构三个月不上报，电话也不接");
        person.taps("跳过");

        assertThat(person.says("返回")).contains("截图");
        assertThat(person.says("上一步")).contains("说明情况");
        assertThat(person.says("返回")).contains("哪一类问题");
    }

    @Test
    void a_question_interrupts_a_look_up_and_the_look_up_is_resumed_by_a_tap() {
        person.says("帮我查证书");
        person.says(NAME);

        assertThat(person.says("查一次要收费吗")).contains("不收取任何费用", "继续刚才的“查证书”");
        assertThat(person.taps("继续刚才的“查证书”")).contains("已收到姓名", "还差一项");
        assertThat(person.says(id)).contains("没有查到");
    }

    @Test
    void a_story_told_where_a_category_is_asked_for_is_part_of_the_complaint_and_a_question_is_none() {
        person.says("我要投诉");
        assertThat(person.says("广东某某学校收费不开发票")).contains("您说的情况已记下").doesNotContain("有用");
        assertThat(person.says("查询证书到底收不收费呢？")).contains("不收取任何费用", "继续刚才的“我要投诉”");
    }

    @Test
    void a_look_up_interrupts_a_complaint_and_the_complaint_is_resumed_where_it_was() {
        person.taps(Intent.COMPLAINT);
        person.says("3");
        person.says("机构三个月不上报，电话也不接");

        assertThat(person.says("先帮我查一下我的证书吧")).contains("任意两项");
        assertThat(person.says(NAME + " " + id)).contains("没有查到", "继续刚才的“我要投诉”");
        assertThat(person.taps("继续刚才的“我要投诉”")).contains("截图");
        person.says("跳过");
        assertThat(person.says("不留")).contains("机构三个月不上报");
    }

    @Test
    void a_dialog_left_alone_leaves_no_trace_of_its_fields() {
        // Nobody else's in these tests.
        String name = "欧阳戊己";
        person.says("我要投诉");
        person.says("3");
        person.says("我是" + name + "，身份证" + id + "，机构不理我");
        person.says("查证书");
        person.says("姓名：" + name);
        byte[] kept = redis.opsForValue().get(talk());
        assertThat(redis.getExpire(talk(), TimeUnit.SECONDS)).isBetween(590L, 600L);
        assertThat(vault.open(kept)).contains(name, id);
        assertThat(RedisContent.all(redis)).contains(talk()).doesNotContain(name, id, person.openId(), "机构不理我");
        assertThatThrownBy(() -> vaultOfSomebodyElse().open(kept)).isInstanceOf(SealBroken.class);

        // As ten minutes later.
        redis.expire(talk(), Duration.ofMillis(1));

        await().until(() -> !redis.hasKey(talk()));
        assertThat(opened()).isNotEmpty().allSatisfy(value -> assertThat(value).doesNotContain(name, id, "机构不理我"));
        assertThat(person.says(id)).contains("已收到证件号码", "还差一项");
        assertThat(person.says("继续")).doesNotContain("投诉");
    }

    @Test
    void of_two_close_intents_the_one_that_is_tapped_is_meant() {
        String between = Stream.of("都三个月了还没上网", "我嘅证俾人退返转头点算", "帮我处理一下", "证书的事", "幾時可以上網查到")
                .filter(typed -> Deciding.clear(understanding.read(typed)).isEmpty()
                        && Deciding.close(understanding.read(typed)).size() == 2)
                .findFirst()
                .orElseThrow();
        for (Intent meant : Deciding.close(understanding.read(between))) {
            String directly = Follower.welcomed(port).taps(meant);
            person = Follower.welcomed(port);
            assertThat(person.says(between)).contains("您想问的是哪一个");
            assertThat(person.taps(words.of(meant))).isEqualTo(directly);
        }
    }

    @Test
    void two_failures_bring_a_person_who_reads_what_was_said_masked() {
        assertThat(person.says("今天天气怎么样，会下雨吗")).contains("答不上来").doesNotContainPattern(CONSULTATION);

        String reply = person.says("股票买哪只好，打13800138000告诉我");

        assertThat(reply).contains("转给工作人员");
        assertThat(summary(reply)).contains("天气").contains("股票").doesNotContain("13800138000");
    }

    @Test
    void who_asks_for_a_person_gets_a_number_and_when_to_expect_an_answer() {
        assertThat(person.says("人工")).contains("一条消息写下");

        String reply = person.says("我是" + NAME + "，身份证" + id + "，证书一直查不到");

        assertThat(reply).containsPattern(CONSULTATION).containsPattern("不晚于[0-9]+月[0-9]+日（星期.）[0-9]{2}:[0-9]{2}");
        assertThat(summary(reply)).contains("一直查不到").doesNotContain(NAME, id);
        assertThat(person.says("人工")).contains("正在等候答复");
    }

    @Test
    void who_was_answered_and_asks_for_a_person_need_not_say_it_again() {
        person.says("查证书要收费吗");

        String reply = person.says("人工");

        assertThat(reply).containsPattern(CONSULTATION);
        assertThat(summary(reply)).isEqualTo("查证书要收费吗");
    }

    @Test
    void who_insists_on_a_person_gets_one_without_saying_why() {
        assertThat(person.says("人工")).contains("一条消息写下");
        assertThat(person.says("在吗")).contains("文字写下").doesNotContainPattern(CONSULTATION);

        assertThat(person.says("人工")).containsPattern(CONSULTATION);
        assertThat(redis.hasKey(talk())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不用了", "唔使喇", "不需要", "算了吧"})
    void who_needs_nothing_more_is_asked_nothing_more(String typed) {
        person.taps(Intent.LOOKUP);

        assertThat(person.says(typed)).contains("已取消");
        assertThat(redis.hasKey(talk())).isFalse();
    }

    @Test
    void who_needs_no_pictures_goes_on_with_the_complaint() {
        person.taps(Intent.COMPLAINT);
        person.says("3");
        person.says("机构三个月不上报，电话也不接");

        assertThat(person.says("不用了")).contains("电话联系");
    }

    @Test
    void an_answer_that_was_of_no_use_opens_a_case() {
        person.says("查证书要收费吗");

        String reply = person.taps("没用");

        assertThat(reply).contains("抱歉没有帮到您").containsPattern(CONSULTATION);
        assertThat(consultation(reply).origin()).isEqualTo(Consultation.Origin.RATED);
        assertThat(consultation(reply).intent()).isEqualTo("fee_region");
    }

    @Test
    void an_answer_that_was_useful_is_thanked_for() {
        person.says("查证书要收费吗");

        assertThat(person.taps("有用")).contains("谢谢").doesNotContainPattern(CONSULTATION);
    }

    @Test
    void who_follows_is_welcomed_and_told_about_privacy_once() {
        person = new Follower(port);
        assertThat(person.follows()).contains("欢迎", "任意两项", "隐私提示", "小程序");
        assertThat(person.says("查证书要收费吗")).doesNotContain("隐私提示");

        person = new Follower(port);
        assertThat(person.says("查证书要收费吗")).contains("隐私提示");
        assertThat(person.says("多久能上网")).doesNotContain("隐私提示");
    }

    @ParameterizedTest
    @CsvSource({
        "image, <MediaId>m1</MediaId>, 看不懂图片", "video, <MediaId>m1</MediaId>, 看不了视频", "shortvideo, <MediaId>m1</MediaId>, 看不了视频",
        "location, <Location_X>23.1</Location_X><Label>广州</Label>, 收到位置", "link, <Url>http://evil.example/x</Url>, 不会打开链接"
    })
    void what_is_no_text_gets_a_fitting_answer(String type, String more, String expected) {
        assertThat(person.sends(type, more)).contains(expected, "文字").doesNotContain("evil");
    }

    @Test
    void pictures_go_to_the_complaint_that_waits_for_them() {
        person.says("我要投诉");
        person.says("3");
        person.says("机构三个月不上报，电话也不接");
        assertThat(person.sends("image", "<MediaId>first-picture</MediaId>")).contains("1 张");
        assertThat(person.sends("video", "<MediaId>a-video</MediaId>")).contains("看不了视频");
        assertThat(person.sends("image", "<MediaId>second-picture</MediaId>")).contains("2 张");
        person.taps("完成");
        assertThat(person.says("13800138000")).contains("图片：2 张", "138****8000");

        assertThat(person.taps("确认提交")).contains("已提交", "TS");

        Complaint filed = complaints.ofPerson(person.openId()).get(0);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM complaint_picture WHERE complaint_id = ?", Integer.class, filed.id()))
                .isEqualTo(2);
        assertThat(person.taps(Intent.COMPLAINT_STATUS)).contains(filed.number(), "待受理");
        assertThat(person.says(filed.number())).contains(filed.number(), "待受理");
        assertThat(Follower.welcomed(port).says(filed.number())).contains("没有找到").doesNotContain("待受理");
    }

    @ParameterizedTest
    @EnumSource(value = Intent.class, mode = EnumSource.Mode.EXCLUDE, names = "OUT_OF_SCOPE")
    void every_key_of_a_menu_leads_to_something_of_its_own(Intent intent) {
        String help = Follower.welcomed(port).says("帮助");

        assertThat(person.taps(intent)).isNotBlank().isNotEqualTo(help).doesNotContain("答不上来", "您想问的是");
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好", "在吗", "谢谢", "证书", "广东", "我叫" + NAME, "身份证号写错了怎么办", "S000044999999253000001"})
    void short_messages_of_everyday_are_answered_at_once(String typed) {
        assertThat(person.says(typed)).doesNotContain("答不上来", "您想问的是", "没能从中");
    }

    @Test
    void who_leaves_leaves_nothing_behind() {
        person.says("查证书");
        person.says("姓名：司徒庚辛");
        assertThat(opened()).anySatisfy(value -> assertThat(value).contains("司徒庚辛"));

        assertThat(person.leaves()).isEmpty();

        assertThat(redis.hasKey(talk())).isFalse();
        assertThat(opened()).allSatisfy(value -> assertThat(value).doesNotContain("司徒庚辛"));
    }

    private String talk() {
        return "zhengxun:talk:{" + HexFormat.of().formatHex(vault.fingerprint("dialog", person.openId())) + "}";
    }

    /** What the keys of the bot can open of all that stands in Redis. */
    private List<String> opened() {
        return RedisContent.values(redis, "zhengxun").stream()
                .flatMap(value -> Stream.of(value, Arrays.copyOfRange(value, Math.min(1, value.length), value.length)))
                .flatMap(value -> {
                    try {
                        return Stream.of(vault.open(value));
                    } catch (SealBroken notSealed) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    private static Vault vaultOfSomebodyElse() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(PrivacySettings.class, () -> new PrivacySettings(
                    Map.of(1, "DwAPAA8ADwAPAA8ADwAPAA=="),
                    Map.of(1, "DwAPAA8ADwAPAA8ADwAPAA8ADwAPAA8ADwAPAA8ADwA="), null, null));
            context.register(Vault.class);
            context.refresh();
            return context.getBean(Vault.class);
        }
    }

    private Consultation consultation(String reply) {
        Matcher number = CONSULTATION.matcher(reply);
        assertThat(number.find()).isTrue();
        return consultations.findByNumbers(List.of(number.group())).get(number.group());
    }

    private String summary(String reply) {
        return String.join("\n", jdbc.queryForList(
                        "SELECT text_sealed FROM consultation_message WHERE consultation_id = ? ORDER BY id", byte[].class,
                        consultation(reply).id())
                .stream().map(vault::open).toList());
    }
}
