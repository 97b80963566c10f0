package io.zhengxun.bot.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.dialog.Talk;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.contact.AddingContact;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactForm;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.contact.EndingContact;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.InvitingContact;
import io.zhengxun.registry.contact.NewContact;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceField;
import io.zhengxun.registry.issuance.IssuanceForm;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturningRows;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What contacts learn in the chat about their own institution's work, and nobody about anybody else's, on real servers. */
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
class InstitutionDialogsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Staff PROVINCE =
            new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    private static final Staff ADMIN =
            new Staff("tester", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    @Autowired
    TodoDialog todo;

    @Autowired
    ReturnReasonDialog returnReason;

    @Autowired
    Institutions institutions;

    @Autowired
    Certificates certificates;

    @Autowired
    Workflow workflow;

    @Autowired
    ReturningRows returning;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    RegisteringIssuance registering;

    @Autowired
    OpeningAccount opening;

    @Autowired
    AddingContact adding;

    @Autowired
    InvitingContact inviting;

    @Autowired
    Invitations invitations;

    @Autowired
    EndingContact ending;

    @Autowired
    Notices notices;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final OpenId person = someone();
    private Institution institution;
    private Contact contact;
    private int serial = 1;

    @BeforeEach
    void a_contact_of_an_institution() {
        clock.reset();
        institution = institution();
        contact = bound(person, institution.numberPrefix(), null);
    }

    @AfterEach
    void the_clock_is_as_before() {
        clock.reset();
    }

    @Test
    void a_contact_without_work_is_told_so() {
        assertThat(todo()).contains("「" + institution.name() + "」目前没有待办事项");
        assertThat(new Talk(returnReason, person).say("退回原因")).contains("没有待更正的退回");
    }

    @Test
    void a_contact_sees_what_is_to_be_reported_by_when_and_the_last_day_of_all_once_it_is_late() {
        LocalDate issued = LegalTime.dayOf(clock.instant());
        Issuance issuance = issuance(institution, issued);

        assertThat(todo()).contains(issuance.number(), "天】", "期限").containsOnlyOnce(issuance.number());

        clock.advance(Duration.ofDays(45));
        String late = todo();
        assertThat(late).contains("【逾期 ");
        assertThat(late.split(issuance.number(), -1)).hasSize(3);
        assertThat(late.indexOf("逾期")).isLessThan(late.indexOf("还有"));
    }

    @Test
    void a_return_is_listed_before_and_after_its_receipt_is_known() {
        Return returned = returned(institution, 3, "NAME", "");
        assertThat(todo()).contains("【待确认收到】退回 " + returned.number() + "，3 行");

        Return known = notifying.acknowledgeByContact(
                returned.number(), contact, new NotifyingInstitution.Tap(1, "127.0.0.1"));
        assertThat(todo())
                .contains(returned.number(), "期限 " + DAY.format(known.dueOn()), "看原因")
                .doesNotContain("待确认收到");
    }

    @Test
    void the_overdue_stands_first() {
        Return returned = returned(institution, 1, "NAME", "");
        notifying.acknowledgeByContact(
                returned.number(), contact, new NotifyingInstitution.Tap(1, "127.0.0.1"));
        clock.advance(Duration.ofDays(40));
        Issuance issuance = issuance(institution, LegalTime.dayOf(clock.instant()));
        String list = todo();
        assertThat(list.indexOf(returned.number())).isPositive().isLessThan(list.indexOf(issuance.number()));
    }

    @Test
    void a_long_list_ends_where_the_reply_is_full() {
        for (int i = 0; i < 25; i++) {
            issuance(institution, LegalTime.dayOf(clock.instant()));
        }
        assertThat(todo()).contains("还有更多，请登录系统查看");
    }

    @Test
    void one_open_return_is_explained_at_once_by_row_ranges() {
        Return returned = returned(institution, 4, "NAME", "请核对<b>姓名</b>");

        assertThat(new Talk(returnReason, person).say("数据为什么被退回"))
                .contains(returned.number(), "省技能中心退回 4 行", "第 2–5 行：", "姓名与身份证件不一致", "怎么更正", "尚未确认收到")
                .doesNotContain("<b>", "测试甲", "E0000", "m/notices");
    }

    @Test
    void who_was_told_of_it_gets_the_link_to_the_page() {
        Return returned = returned(institution, 1, "NAME", "");
        long notice = noticeOf(returned);
        assertThat(new Talk(returnReason, person).say("退回原因"))
                .contains("<a href=\"https://wx.example.cn/m/notices/" + notice + "\">");
    }

    @Test
    void of_several_returns_one_is_tapped() {
        returned(institution, 2, "NAME", "");
        Return other = returned(institution, 3, "NAME", "");
        Talk talk = new Talk(returnReason, person);

        assertThat(talk.say("退回原因")).contains("请点选", other.number(), "3 行");
        assertThat(talk.state()).isPresent();
        assertThat(talk.tap("看原因")).contains("第 2、3 行：");
        assertThat(talk.state()).isEmpty();
    }

    @Test
    void what_a_tap_sends_is_understood_as_the_question_for_reasons() {
        returned(institution, 2, "NAME", "");
        returned(institution, 3, "NAME", "");
        Talk talk = new Talk(returnReason, person);
        talk.say("退回原因");
        Understood tapped = Talk.said(person, talk.contentOf("看原因")).understood();
        assertThat(tapped.intent()).isEqualTo(Intent.RETURN_REASON);
        assertThat(tapped.score()).isGreaterThan(0.6);
        assertThat(tapped.fields().isEmpty()).isTrue();
    }

    @Test
    void another_institutions_return_is_no_different_from_one_that_does_not_exist() {
        returned(institution, 1, "NAME", "");
        Return foreign = returned(institution(), 1, "NAME", "");
        Talk talk = new Talk(returnReason, person);

        String unknown = talk.say("退回原因 TH261101-ABCDEFGH");

        assertThat(unknown).contains("没有这个编号的退回");
        assertThat(new Talk(returnReason, person).say("退回原因 " + foreign.number())).isEqualTo(unknown);
        assertThat(todo()).doesNotContain(foreign.number());
    }

    @Test
    void who_is_bound_to_nothing_learns_how_to_bind_and_nothing_else() {
        Return returned = returned(institution, 1, "NAME", "");
        OpenId stranger = someone();
        for (String asked : List.of("待办", "退回原因", "退回原因 " + returned.number(), "退回原因 TH261101-ABCDEFGH")) {
            for (Talk talk : List.of(new Talk(todo, stranger), new Talk(returnReason, stranger))) {
                assertThat(talk.say(asked)).startsWith("您还没有绑定").doesNotContain(institution.name(), "TH");
                assertThat(talk.state()).isEmpty();
            }
        }
    }

    @Test
    void who_is_no_longer_a_contact_sees_nothing_more_even_by_an_old_tap() {
        returned(institution, 2, "NAME", "");
        returned(institution, 3, "NAME", "");
        Talk talk = new Talk(returnReason, person);
        talk.say("退回原因");
        ending.unbind(person.value(), null);
        assertThat(talk.tap("看原因")).startsWith("您还没有绑定");
        assertThat(todo()).startsWith("您还没有绑定");
    }

    @Test
    void who_is_bound_to_two_institutions_sees_both_and_each_under_its_name() {
        Institution second = institution();
        bound(person, second.numberPrefix(), null);
        Return ofSecond = returned(second, 1, "NAME", "");
        String list = todo();
        assertThat(list).contains(institution.name(), second.name(), ofSecond.number());
        assertThat(new Talk(returnReason, person).say("退回原因")).contains(ofSecond.number());
    }

    @Test
    void a_centres_contact_sees_what_the_centre_owes_by_institution() {
        OpenId ofCentre = someone();
        bound(ofCentre, null, "440800");
        Institution ofCity = institution("440800");
        Submission batch = batch(ofCity, 1, Stage.RECEIVED);

        assertThat(new Talk(returnReason, ofCentre).say("退回原因")).contains("绑定的是技能中心");
        assertThat(new Talk(todo, ofCentre).say("待办"))
                .contains("「湛江", "的待办", batch.number() + "，" + ofCity.name())
                .doesNotContain("看原因");
    }

    private String todo() {
        return new Talk(todo, person).say("我们机构有什么待办");
    }

    private static OpenId someone() {
        return new OpenId("o" + UUID.randomUUID());
    }

    private Institution institution() {
        return institution("440100");
    }

    private Institution institution(String region) {
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, region, "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
        return institutions.find(id).orElseThrow();
    }

    private Contact bound(OpenId openId, String prefix, String centre) {
        String username = centre == null ? null : "manager" + FreshNumbers.next();
        if (centre != null) {
            opening.open(new NewAccount(username, "测试", Role.CITY_DATA_MANAGER, Scope.ofCity(centre)), Actor.system());
        }
        ContactForm form = new ContactForm("测试联系人", EnumSet.allOf(Duty.class), null, null, null, username);
        Contact added = adding.add(new NewContact(prefix, centre, form), ADMIN);
        invitations.scan(inviting.invite(added.id(), ADMIN).scene(), openId.value());
        return invitations.confirm(openId.value()).contact();
    }

    private Issuance issuance(Institution of, LocalDate issuedOn) {
        Staff manager = new Staff("manager" + of.id(), "测试", Role.INSTITUTION_DATA_MANAGER,
                Scope.ofInstitution(of.id()), "127.0.0.1");
        return registering.register(
                new IssuanceForm()
                        .with(IssuanceField.PLAN_NO, "计划" + UUID.randomUUID().toString().substring(0, 8))
                        .with(IssuanceField.OCCUPATION, "电工")
                        .with(IssuanceField.LEVEL, "高级工")
                        .with(IssuanceField.COUNT, "3")
                        .with(IssuanceField.ISSUE_DATE, issuedOn.toString()),
                manager);
    }

    private Return returned(Institution of, int rows, String reason, String remark) {
        Submission batch = batch(of, rows, Stage.PROVINCE_REVIEW);
        return returning.returnAll(new Ordered(batch.number(), batch.version()), remark, reason, PROVINCE).recorded();
    }

    private Submission batch(Institution of, int rows, Stage stage) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        int first = serial;
        serial += rows;
        List<NewCertificate> all = IntStream.range(0, rows)
                .mapToObj(row -> new NewCertificate(
                        row + 2,
                        CertificateNumber.of(of.numberPrefix() + "263%06d".formatted(first + row)),
                        new Holder(PersonName.of("测试甲"), IdNumber.of(IdType.PASSPORT, "E%08d".formatted(row))),
                        "电工", "无", Level.ADVANCED, LocalDate.of(2026, 11, 2), Standing.VALID))
                .toList();
        NewSubmission batch = new NewSubmission(
                of, stage, clock.instant(), new NewSubmission.Source(null, null, digest), rows, "own");
        return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> {
            certificates.store(begun.id(), of.id(), certificates.seal(all));
            return Map.of();
        }));
    }

    private long noticeOf(Return returned) {
        Recipient to = Recipient.contact(contact.id());
        String key = "return:" + returned.number() + ":" + to.key();
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> notices.queue(List.of(new NewNotice(
                NoticeKind.RETURN, key, to,
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()), institution.id(), "440100"),
                List.of(Channel.TEMPLATE), NoticeSamples.of(NoticeKind.RETURN), false, now))));
        return jdbc.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }
}
