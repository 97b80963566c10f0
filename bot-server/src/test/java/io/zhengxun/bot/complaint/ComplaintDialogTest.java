package io.zhengxun.bot.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintEntry;
import io.zhengxun.registry.complaint.ComplaintFile;
import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.ComplaintState;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.complaint.HandlingComplaint;
import io.zhengxun.registry.complaint.OrderedComplaint;
import io.zhengxun.registry.complaint.ViewingComplaint;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.Understood;
import io.zhengxun.wechat.OpenId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Complaining and looking at complaints, step by step, on real servers with the real understanding. */
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
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:9"
        })
@ContextConfiguration(initializers = SharedServers.class)
class ComplaintDialogTest {

    private static final Pattern TAP = Pattern.compile("msgmenucontent=([^&\"]+)&msgmenuid=complaint\">([^<]+)</a>");
    private static final String CITY = "440500";
    /** Above this certainty a message in the middle of a dialog is taken for a new question. */
    private static final double INTERRUPTS = 0.9;
    private static final int MOST_BYTES = 2048;
    private static Understanding understanding;

    @Autowired
    ComplaintDialog filing;

    @Autowired
    ComplaintStatusDialog status;

    @Autowired
    Complaints complaints;

    @Autowired
    HandlingComplaint handling;

    @Autowired
    ViewingComplaint viewing;

    @Autowired
    OpeningAccount opening;

    @Autowired
    Institutions institutions;

    @Autowired
    SettableClock clock;

    private final OpenId person = new OpenId("o" + UUID.randomUUID());
    private Step last;
    private Staff province;

    @BeforeAll
    static void load() {
        understanding = Understanding.load(1);
    }

    @AfterAll
    static void unload() {
        understanding.close();
    }

    @BeforeEach
    void staff_is_there() {
        clock.reset();
        province = staff(Role.PROVINCE_REVIEWER, Scope.ofProvince());
    }

    private Staff staff(Role role, Scope scope) {
        String username = "c-" + UUID.randomUUID().toString().substring(0, 13);
        opening.open(new NewAccount(username, "测试乙", role, scope), "Test-pass-2026!", false, Actor.system());
        return new Staff(username, "测试乙", role, scope, "127.0.0.1");
    }

    private Said text(String typed) {
        return new Said(person, typed, understanding.read(typed), Optional.empty());
    }

    private Said picture(String mediaId) {
        return new Said(person, "", understanding.read(""), Optional.of(mediaId));
    }

    private String begin(GuidedDialog dialog, String typed) {
        return replied(dialog.begin(text(typed)));
    }

    private String say(GuidedDialog dialog, Said said) {
        return replied(dialog.next(last.next().orElseThrow(), said));
    }

    private String say(GuidedDialog dialog, String typed) {
        return say(dialog, text(typed));
    }

    private String replied(Step step) {
        last = step;
        assertThat(step.reply().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
        return step.reply();
    }

    private static List<String> taps(String reply) {
        List<String> taps = new ArrayList<>();
        Matcher found = TAP.matcher(reply);
        while (found.find()) {
            taps.add(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
        }
        return taps;
    }

    private Complaint filed(String first) {
        begin(filing, first);
        say(filing, "1");
        say(filing, "交了材料三个月没有消息，打电话没人接");
        say(filing, "跳过");
        say(filing, "跳过");
        say(filing, "确认提交");
        return complaints.ofPerson(person.value()).get(0);
    }

    @Test
    void a_complaint_goes_step_by_step_by_taps_and_words() {
        String categories = begin(filing, "我要投诉");
        assertThat(taps(categories)).hasSize(ComplaintCategory.values().length);
        assertThat(say(filing, taps(categories).get(3))).contains("说明情况");
        assertThat(say(filing, "报名时说八百，后来又多收了三百，不开收据")).contains("图片");
        assertThat(say(filing, picture("media-1"))).contains("1 张");
        assertThat(say(filing, picture("media-1"))).as("sent again by the platform").contains("请发送图片");
        assertThat(say(filing, picture("media-2"))).contains("2 张");
        assertThat(say(filing, picture("media-3"))).as("no more than three").contains("电话");
        String summary = say(filing, "我的手机 138 0000 0001");
        assertThat(summary).contains("收费问题", "多收了三百", "3 张", "138****0001").doesNotContain("13800000001");
        assertThat(taps(summary)).containsExactly("确认提交");
        String done = say(filing, "确认提交");
        assertThat(last.next()).isEmpty();

        Complaint filed = complaints.ofPerson(person.value()).get(0);
        assertThat(done).contains(filed.number());
        assertThat(filed.category()).isEqualTo(ComplaintCategory.FEES);
        ComplaintFile file = viewing.view(filed.number(), province);
        assertThat(file.entries()).extracting(ComplaintEntry::text)
                .containsExactly("报名时说八百，后来又多收了三百，不开收据");
        assertThat(file.pictures()).extracting(ComplaintPicture::position).containsExactly(1, 2, 3);
        assertThat(file.contact()).isEqualTo("13800000001");
    }

    @Test
    void confirming_twice_files_once() {
        begin(filing, "我要投诉");
        say(filing, "1");
        say(filing, "三个月没有消息");
        say(filing, "跳过");
        say(filing, "跳过");
        DialogState confirming = last.next().orElseThrow();
        String first = filing.next(confirming, text("确认提交")).reply();
        assertThat(filing.next(confirming, text("确认提交")).reply()).isEqualTo(first);
        assertThat(complaints.ofPerson(person.value())).hasSize(1);
    }

    @Test
    void nothing_is_filed_without_a_confirmation() {
        begin(filing, "我要投诉");
        say(filing, "5");
        say(filing, "三个月没有消息");
        say(filing, "跳过");
        say(filing, "不用了");
        assertThat(say(filing, "等一下")).contains("核对无误");
        assertThat(last.next()).isPresent();
        assertThat(complaints.ofPerson(person.value())).isEmpty();
    }

    @Test
    void what_was_said_to_begin_with_can_be_the_complaint() {
        begin(filing, "我要投诉，示例学校收了钱三个月不给办证，电话也打不通");
        String asked = say(filing, "收费问题");
        assertThat(taps(asked)).containsExactly("就用刚才说的");
        say(filing, "就用刚才说的");
        say(filing, "没有");
        say(filing, "没有");
        say(filing, "确认提交");
        assertThat(viewing.view(complaints.ofPerson(person.value()).get(0).number(), province).entries())
                .extracting(ComplaintEntry::text)
                .containsExactly("我要投诉，示例学校收了钱三个月不给办证，电话也打不通");
    }

    @Test
    void who_tells_what_happened_before_tapping_a_category_is_listened_to() {
        begin(filing, "我要投诉");
        assertThat(say(filing, "某某学校收了费，一直不给我开发票！")).contains("您说的情况已记下", "1 办理进度");
        assertThat(say(filing, "4")).contains("您刚才说", "某某学校收了费，一直不给我开发票！");
        assertThat(say(filing, "就用刚才说的")).contains("图片");
    }

    @Test
    void a_certificate_number_in_the_words_takes_it_to_the_city_of_the_institution() {
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, CITY, "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        begin(filing, "我要投诉");
        say(filing, "2");
        String number = prefix + "263000001";
        say(filing, "证书编号 " + number + " 的名字打错了，一直不改");
        say(filing, "跳过");
        String summary = say(filing, "跳过");
        assertThat(summary).doesNotContain(number);
        say(filing, "确认提交");
        Complaint filed = complaints.ofPerson(person.value()).get(0);
        assertThat(filed.institutionId()).isEqualTo(id);
        assertThat(filed.regionCode()).isEqualTo(CITY);
    }

    @ParameterizedTest
    @CsvSource({
        "机构编号{0}收费不合理, true",
        "机构编号 {0}，收费不合理, true",
        "编号{0}9 收费不合理, false",
        "示例学校收费不合理, false"})
    void the_number_of_the_institution_alone_takes_it_there_too_else_it_is_the_provinces(String words, boolean known) {
        String prefix = FreshNumbers.prefix();
        institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, CITY, "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        begin(filing, "我要投诉");
        say(filing, "4");
        say(filing, words.replace("{0}", prefix.toLowerCase(java.util.Locale.ROOT)));
        say(filing, "跳过");
        say(filing, "跳过");
        say(filing, "确认提交");
        assertThat(complaints.ofPerson(person.value()).get(0).regionCode()).isEqualTo(known ? CITY : "440000");
    }

    @Test
    void the_summary_masks_people_and_makes_no_links() {
        begin(filing, "我要投诉");
        say(filing, "2");
        say(filing, "我叫王小明，身份证号 440101199001010009，<a href=\"http://x\">看这里</a>");
        say(filing, "跳过");
        assertThat(say(filing, "跳过")).doesNotContain("440101199001010009", "<a href=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b\u200d"})
    void words_are_needed(String nothing) {
        begin(filing, "我要投诉");
        say(filing, "1");
        say(filing, nothing);
        assertThat(last.next().orElseThrow().step()).isEqualTo("text");
    }

    @Test
    void a_rant_is_too_long_and_emoji_are_not() {
        begin(filing, "我要投诉");
        say(filing, "1");
        assertThat(say(filing, "等".repeat(1001))).contains("1000");
        say(filing, "气死我了😡👨‍👩‍👧\u0007" + "等".repeat(900));
        assertThat(last.next().orElseThrow().step()).isEqualTo("pictures");
    }

    @ParameterizedTest
    @CsvSource({
        "13800000001,       13800000001",
        "１３８００００００01, 13800000001",
        "+86 138-0000-0001, 13800000001",
        "020-83000000,      02083000000",
        "+852 2345 6789,    85223456789",
        "1380000000,        ",
        "12345,             ",
        "打我电话,            ",
        "138000000011,      "})
    void telephone_numbers_are_read(String typed, String number) {
        assertThat(PhoneNumber.read(typed)).isEqualTo(Optional.ofNullable(number));
    }

    @Test
    void what_we_offer_to_tap_is_never_taken_for_a_new_question() {
        for (String tap : List.of("1", "2", "3", "4", "5", "跳过", "完成", "确认提交", "重新打开", "TS261123-7KQ2MX4T")) {
            Understood understood = understanding.read(tap);
            assertThat(understood.score() < INTERRUPTS || filing.startedBy().contains(understood.intent())
                            || status.startedBy().contains(understood.intent()))
                    .as(tap + " is understood as " + understood.intent() + " " + understood.score())
                    .isTrue();
        }
    }

    @Test
    void who_has_five_open_ones_is_told_so() {
        for (int i = 0; i < Complaints.MOST_OPEN; i++) {
            filed("我要投诉");
        }
        begin(filing, "我要投诉");
        say(filing, "1");
        say(filing, "还有一件");
        say(filing, "跳过");
        say(filing, "跳过");
        assertThat(say(filing, "确认提交")).contains("5 件");
        assertThat(last.next()).isEmpty();
    }

    @Test
    void without_a_complaint_there_is_nothing_to_look_at() {
        assertThat(begin(status, "我的投诉处理到哪了")).contains("还没有提交过投诉");
    }

    @Test
    void a_single_one_is_shown_and_of_several_one_is_tapped() {
        Complaint one = filed("我要投诉");
        assertThat(begin(status, "投诉进度")).contains(one.number(), "待受理", "首次答复期限");
        Complaint two = filed("我要投诉");
        List<String> taps = taps(begin(status, "投诉进度"));
        assertThat(taps).containsExactly(two.number(), one.number());
        assertThat(say(status, "那个")).contains("没有认出编号");
        assertThat(say(status, taps.get(1))).contains(one.number(), "办理进度");
    }

    @Test
    void another_persons_number_gets_the_same_answer_as_one_that_nobody_has() {
        Complaint filed = filed("我要投诉");
        OpenId other = new OpenId("o" + UUID.randomUUID());
        String asked = "投诉 " + filed.number() + " 到哪了";
        String others = status.begin(new Said(other, asked, understanding.read(asked), Optional.empty())).reply();
        String nobodys = status.begin(text("投诉 TS261123-22222222 到哪了")).reply();
        assertThat(others).isEqualTo(nobodys).doesNotContain("办理进度");
        assertThat(begin(status, "投诉 " + filed.number().toLowerCase() + " 到哪了")).contains("办理进度");
    }

    @Test
    void a_closed_one_shows_its_answer_and_is_reopened_once() {
        Complaint filed = filed("我要投诉");
        String answer = "已督促机构<b>上报</b>".repeat(25);
        Complaint closed = closed(filed, answer);
        String shown = begin(status, "投诉进度");
        assertThat(shown).contains("已办结", "已督促机构＜b＞上报").doesNotContain("<b>");
        assertThat(taps(shown)).containsExactly("重新打开");
        say(status, "重新打开");
        assertThat(status.takesAnyText(last.next().orElseThrow())).isTrue();
        assertThat(say(status, "还是没有收到证书，怎么查")).contains("重新受理");
        Complaint reopened = complaints.findByNumber(filed.number()).orElseThrow();
        assertThat(reopened.state()).isEqualTo(ComplaintState.REOPENED);
        closed(reopened, "再次督促");
        assertThat(taps(begin(status, "投诉进度"))).isEmpty();
        assertThat(closed.number()).isEqualTo(filed.number());
    }

    @Test
    void after_ten_days_it_cannot_be_reopened() {
        Complaint filed = filed("我要投诉");
        closed(filed, "已处理");
        begin(status, "投诉进度");
        clock.advance(Duration.ofDays(11));
        say(status, "重新打开");
        assertThat(say(status, "没有解决")).contains("不能重新打开");
        assertThat(last.next()).isEmpty();
    }

    private Complaint closed(Complaint complaint, String answer) {
        Complaint taken = handling.assign(seen(complaint), null, province);
        Complaint answered = handling.answer(seen(taken), new ComplaintText(answer), province);
        return handling.close(seen(answered), province);
    }

    private static OrderedComplaint seen(Complaint complaint) {
        return new OrderedComplaint(complaint.number(), complaint.version());
    }
}
