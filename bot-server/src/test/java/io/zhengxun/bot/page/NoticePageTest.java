package io.zhengxun.bot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.SettableClock;
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
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.InvitingContact;
import io.zhengxun.registry.contact.NewContact;
import io.zhengxun.registry.contact.EndingContact;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
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
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturningRows;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.subscription.ConsentChange;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice's page shows it to its recipient, who may acknowledge a return there (T4), and nothing to anybody else. */
@BotTest
class NoticePageTest {

    private static final FakeWebLogin WECHAT = new FakeWebLogin();
    private static final String PUBLIC = "https://wx.example.cn";
    private static final Staff PROVINCE =
            new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    private static final Staff ADMIN =
            new Staff("tester", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("zhengxun.wechat.mp.api-base-url", WECHAT::address);
        properties.add("zhengxun.public.base-url", () -> PUBLIC);
    }

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Certificates certificates;

    @Autowired
    Workflow workflow;

    @Autowired
    ReturningRows returning;

    @Autowired
    Returns returns;

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
    Consents consents;

    @Autowired
    HolderSubscriptions holders;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String person = "o" + UUID.randomUUID();
    private final String stranger = "o" + UUID.randomUUID();
    private Institution institution;
    private Contact contact;
    private int serial = 1;

    @BeforeEach
    void a_contact_of_an_institution() {
        clock.reset();
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440100", "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
        institution = institutions.find(id).orElseThrow();
        contact = bound(person);
    }

    @AfterEach
    void wechat_and_the_clock_are_as_before() {
        WECHAT.away(false);
        clock.reset();
    }

    @Test
    void who_is_not_known_is_led_to_wechat_and_back_to_this_page_only() {
        HttpResponse<String> asked = phone(person).get("/m/notices/12");

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location").orElse(""))
                .startsWith("https://open.weixin.qq.com/connect/oauth2/authorize?");
        assertThat(Phone.parameters(asked))
                .containsEntry("scope", "snsapi_base")
                .containsEntry("redirect_uri", PUBLIC + "/m/notices/12/visitor");
        assertThat(asked.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/m/notices/12;")
                .doesNotContain(Phone.parameters(asked).get("state"));
    }

    @Test
    void a_return_shows_rows_reasons_and_what_a_tap_starts_and_no_holder() {
        Return returned = returned(4, "请核对<b>姓名</b>");
        HttpResponse<String> page = phone(person).open(queued(returned));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("证书数据退回通知", institution.name(), returned.number(), "第 2–5 行", "姓名与身份证件不一致", "确认收到",
                        "请核对&lt;b&gt;姓名&lt;/b&gt;")
                .doesNotContain("测试甲", "E0000", "E*", "<b>", "null", "{0}");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(phone(stranger).get("/m/page.css").statusCode()).isEqualTo(200);
    }

    @Test
    void a_tap_acknowledges_and_starts_the_clock() {
        Return returned = returned(2, "");
        long notice = queued(returned);
        Phone phone = phone(person);

        HttpResponse<String> tapped = phone.acknowledge(notice, phone.open(notice));

        assertThat(tapped.statusCode()).isEqualTo(303);
        assertThat(tapped.headers().firstValue("Location")).contains("../" + notice);
        Return now = returns.findByNumber(returned.number()).orElseThrow();
        assertThat(now.evidence()).isEqualTo(Return.Evidence.ACKNOWLEDGED);
        assertThat(now.evidenceBy()).isEqualTo("contact:" + contact.id());
        assertThat(state(notice)).isEqualTo("DELIVERED");
        LocalDate due = now.dueOn();
        assertThat(phone.open(notice).body())
                .contains("收到退回通知，更正期限自次日起算", due.getMonthValue() + "月" + due.getDayOfMonth() + "日")
                .doesNotContain("确认收到</button>");
    }

    @Test
    void what_was_given_up_and_is_tapped_is_acknowledged_and_nothing_else() {
        long notice = queued(returned(2, ""));
        jdbc.update("UPDATE notice SET state = 'GAVE_UP', open_mark = NULL, cause = 'UNCONFIRMED' WHERE id = ?", notice);
        Phone phone = phone(person);

        phone.acknowledge(notice, phone.open(notice));

        assertThat(state(notice)).isEqualTo("DELIVERED");
        assertThat(jdbc.queryForList("SELECT decision FROM notice_decision WHERE notice_id = ? ORDER BY id", String.class,
                notice)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void tapping_twice_or_at_once_acknowledges_once() {
        Return returned = returned(2, "");
        long first = queued(returned);
        String colleague = "o" + UUID.randomUUID();
        long second = queued(returned, bound(colleague));
        Phone own = phone(person);
        Phone other = phone(colleague);
        HttpResponse<String> page = own.open(first);
        HttpResponse<String> otherPage = other.open(second);

        List<CompletableFuture<HttpResponse<String>>> taps = Stream.of(
                        CompletableFuture.supplyAsync(() -> own.acknowledge(first, page)),
                        CompletableFuture.supplyAsync(() -> other.acknowledge(second, otherPage)))
                .toList();
        taps.forEach(tap -> assertThat(tap.join().statusCode()).isEqualTo(303));
        own.acknowledge(first, page);

        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject_key = ? AND act = 'RETURN_ACKNOWLEDGE'",
                        Integer.class, returned.number()))
                .isEqualTo(1);
        assertThat(List.of(state(first), state(second))).containsOnly("DELIVERED");
    }

    @Test
    void a_tap_waits_for_who_records_a_delivery_of_the_notice_and_has_nothing_meanwhile() {
        Return returned = returned(2, "");
        long notice = queued(returned);
        Phone phone = phone(person);
        HttpResponse<String> page = phone.open(notice);

        CompletableFuture<HttpResponse<String>> tap = transaction.execute(status -> {
            jdbc.queryForList("SELECT id FROM notice WHERE id = ? FOR UPDATE", Long.class, notice);
            CompletableFuture<HttpResponse<String>> tapping =
                    CompletableFuture.supplyAsync(() -> phone.acknowledge(notice, page));
            await().until(() -> jdbc.queryForObject("SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE id <> CONNECTION_ID() AND info LIKE 'SELECT id, state, version%FROM notice%FOR UPDATE'",
                    Integer.class) > 0);
            // A delivery goes on to the return, without waiting for the one that waits for it.
            assertThat(jdbc.queryForList("SELECT id FROM submission_return WHERE number = ? FOR UPDATE NOWAIT", Long.class,
                    returned.number())).hasSize(1);
            return tapping;
        });

        assertThat(tap.join().statusCode()).isEqualTo(303);
        assertThat(state(notice)).isEqualTo("DELIVERED");
    }

    @Test
    void without_the_forms_token_nothing_is_acknowledged() {
        Return returned = returned(2, "");
        long notice = queued(returned);
        Phone phone = phone(person);
        phone.open(notice);

        phone.acknowledge(notice, "");
        phone.acknowledge(notice, "0".repeat(32));

        assertThat(returns.findByNumber(returned.number()).orElseThrow().notifiedAt()).isNull();
    }

    @Test
    void unknown_foreign_and_expired_look_alike() {
        long notice = queued(returned(2, ""));
        HttpResponse<String> foreign = phone(stranger).open(notice);
        HttpResponse<String> unknown = phone(person).open(999_999_999_999L);
        HttpResponse<String> ended = phone(stranger).open(holders(stranger));
        clock.advance(Duration.ofDays(181));
        HttpResponse<String> expired = phone(person).open(notice);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).contains("没有可显示的内容").doesNotContain(institution.name());
        assertThat(unknown.body()).isEqualTo(foreign.body());
        assertThat(expired.body()).isEqualTo(foreign.body());
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(List.of(unknown.statusCode(), expired.statusCode())).containsOnly(404);
    }

    @Test
    void a_stranger_with_the_form_of_somebody_else_acknowledges_nothing() {
        Return returned = returned(2, "");
        long notice = queued(returned);
        HttpResponse<String> page = phone(person).open(notice);
        Phone other = phone(stranger);
        other.open(notice);

        other.acknowledge(notice, page);

        assertThat(returns.findByNumber(returned.number()).orElseThrow().notifiedAt()).isNull();
    }

    @Test
    void who_is_no_longer_a_contact_sees_nothing() {
        long notice = queued(returned(2, ""));
        Phone phone = phone(person);
        assertThat(phone.open(notice).statusCode()).isEqualTo(200);

        ending.unbind(person, null);

        assertThat(phone.open(notice).statusCode()).isEqualTo(404);
    }

    @Test
    void a_visit_is_remembered_for_other_notices_and_ends() {
        long first = queued(returned(2, ""));
        long second = queued(returned(3, ""));
        Phone phone = phone(person);
        phone.open(first);

        assertThat(phone.get("/m/notices/" + second).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(16));
        assertThat(phone.get("/m/notices/" + second).statusCode()).isEqualTo(302);
    }

    @Test
    void a_cookie_of_our_own_making_opens_under_its_own_name_only() {
        Phone phone = phone(person);
        HttpResponse<String> asked = phone.get("/m/notices/12");
        String sealed = phone.cookies().get("zhengxun-asking");
        phone.cookies().put("zhengxun-visit", sealed);

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(phone.get("/m/notices/12").statusCode()).isEqualTo(302);
        phone.cookies().put("zhengxun-visit", "rubbish%%%");
        assertThat(phone.get("/m/notices/12").statusCode()).isEqualTo(302);
    }

    @Test
    void another_browsers_state_is_not_taken() {
        long notice = queued(returned(2, ""));
        Phone attacker = phone(stranger);
        String lure = attacker.wayBack(attacker.get("/m/notices/" + notice), notice);

        HttpResponse<String> answered = phone(person).get(lure);

        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(answered.body()).contains("请重新打开");
        assertThat(answered.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_code_that_comes_twice_leads_to_the_page_all_the_same() {
        long notice = queued(returned(2, ""));
        Phone phone = phone(person);
        String back = phone.wayBack(phone.get("/m/notices/" + notice), notice);

        assertThat(phone.get(back).statusCode()).isEqualTo(302);
        assertThat(phone.get(back).statusCode()).isEqualTo(302);
        assertThat(phone.open(notice).statusCode()).isEqualTo(200);
    }

    @Test
    void while_wechat_does_not_say_who_it_is_people_are_asked_to_come_later() {
        WECHAT.away(true);

        HttpResponse<String> page = phone(person).open(queued(returned(2, "")));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("暂时无法显示");
    }

    @Test
    void while_the_database_is_away_people_are_asked_to_come_later_and_nothing_is_acknowledged() {
        Return returned = returned(2, "");
        long notice = queued(returned);
        Phone phone = phone(person);
        HttpResponse<String> page = phone.open(notice);
        jdbc.execute("RENAME TABLE notice TO notice_away");
        try {
            assertThat(phone.get("/m/notices/" + notice).statusCode()).isEqualTo(503);
            assertThat(phone.acknowledge(notice, page).statusCode()).isEqualTo(503);
        } finally {
            jdbc.execute("RENAME TABLE notice_away TO notice");
        }
        assertThat(returns.findByNumber(returned.number()).orElseThrow().notifiedAt()).isNull();

        assertThat(phone.acknowledge(notice, page).statusCode()).isEqualTo(303);
        assertThat(returns.findByNumber(returned.number()).orElseThrow().notifiedAt()).isNotNull();
    }

    @Test
    void what_is_left_of_consents_is_shown() {
        long notice = queuedFor(List.of(Channel.SUBSCRIPTION));
        ConsentKey key = new ConsentKey(Channel.SUBSCRIPTION, NoticeKind.RETURN, person);
        consents.note(List.of(
                new ConsentChange(key, ConsentChange.Cause.GRANTED, "a", clock.instant()),
                new ConsentChange(key, ConsentChange.Cause.GRANTED, "b", clock.instant())));

        assertThat(phone(person).open(notice).body()).contains("还可提醒 2 次");
    }

    @Test
    void where_consents_count_the_page_asks_for_one_more_signed_for_this_address() throws Exception {
        long notice = queuedFor(List.of(Channel.SUBSCRIPTION));
        HttpResponse<String> page = phone(person).open(notice);

        assertThat(page.body()).contains("<wx-open-subscribe id=\"consent\" template=\"subscription-return\"");
        String signed = "jsapi_ticket=" + FakeWebLogin.TICKET + "&noncestr=" + attribute(page, "nonce") + "&timestamp="
                + attribute(page, "timestamp") + "&url=" + PUBLIC + "/m/notices/" + notice;
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(attribute(page, "signature")).isEqualTo(HexFormat.of().formatHex(sha1));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self' https://res.wx.qq.com;");
        assertThat(phone(person).get("/m/consent.js").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'TEMPLATE,SUBSCRIPTION,EMAIL', TEMPLATE,     false",
        "'TEMPLATE,SUBSCRIPTION,EMAIL', SUBSCRIPTION, true",
        "'TEMPLATE,SUBSCRIPTION,EMAIL', EMAIL,        true",
        "'TEMPLATE,EMAIL',              EMAIL,        false",
        "'SUBSCRIPTION,EMAIL',          SUBSCRIPTION, true"})
    void consents_are_spoken_of_where_the_notice_needed_one(String channels, Channel at, boolean spoken) {
        long notice = queuedFor(Channel.read(channels));
        jdbc.update("UPDATE notice SET channel = ? WHERE id = ?", at.name(), notice);
        assertThat(phone(person).open(notice).body().contains("还可提醒")).isEqualTo(spoken);
    }

    private long queuedFor(List<Channel> channels) {
        Return returned = returned(2, "");
        return queued(NoticeKind.RETURN, Recipient.contact(contact.id()),
                new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()), channels);
    }

    private static String attribute(HttpResponse<String> page, String name) {
        Matcher found = Pattern.compile("data-" + name + "=\"([^\"]+)\"").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void digests_and_tests_are_shown_in_words() {
        long summary = queued(NoticeKind.SUMMARY, Recipient.contact(contact.id()), subject("C" + contact.id()));
        long test = queued(NoticeKind.TEST, Recipient.contact(contact.id()), subject("C" + contact.id()));
        long deadlines = queued(NoticeKind.DEADLINES, Recipient.contact(contact.id()), subject("C" + contact.id()));

        assertThat(phone(person).open(summary).body()).contains("每日工作提要", "广州市技能中心", "18");
        assertThat(phone(person).open(test).body()).contains("测试提醒", "渠道正常");
        assertThat(phone(person).open(deadlines).body()).contains("办理期限提醒", "待办理").doesNotContain("确认收到");
    }

    @Test
    void a_holder_sees_what_became_of_the_certificate() {
        assertThat(phone(person).open(holders(person)).body())
                .contains("证书上网通知", "电工（高级工）")
                .doesNotContain("确认收到", "还可提醒");
    }

    @ParameterizedTest
    @CsvSource({
        "/m/notices/abc,                 404, 没有可显示的内容, ../page.css",
        "/m/notices/9999999999999999999, 404, 没有可显示的内容, ../page.css",
        "/m/notices,                     404, 没有可显示的内容, page.css",
        "/m/,                            404, 没有可显示的内容, page.css",
        "/m/notices/1/acknowledgement,   405, 无法打开本页,     ../../page.css"})
    void people_who_go_astray_get_a_page_whatever_they_say_to_take(String path, int status, String title, String style) {
        for (String taken : List.of("*/*", "text/html", "application/json")) {
            HttpResponse<String> page = phone(person).get(path, taken);
            assertThat(page.statusCode()).isEqualTo(status);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.body()).contains("<h1>" + title, "从", "href=\"" + style + "\"");
        }
    }

    @Test
    void only_below_the_pages_a_refusal_is_a_page() {
        assertThat(phone(person).get("/elsewhere", "*/*").body()).startsWith("{");
        assertThat(phone(person).get("/mm", "*/*").body()).startsWith("{");
    }

    private Phone phone(String openId) {
        return new Phone(WECHAT, port, openId);
    }

    private Contact bound(String openId) {
        ContactForm form = new ContactForm("测试联系人", EnumSet.allOf(Duty.class), null, null, null, null);
        Contact added = adding.add(new NewContact(institution.numberPrefix(), null, form), ADMIN);
        invitations.scan(inviting.invite(added.id(), ADMIN).scene(), openId);
        return invitations.confirm(openId).contact();
    }

    private Return returned(int rows, String remark) {
        Submission batch = batch(rows);
        return returning.returnAll(new Ordered(batch.number(), batch.version()), remark, "NAME", PROVINCE).recorded();
    }

    private Submission batch(int rows) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        int first = serial;
        serial += rows;
        List<NewCertificate> all = IntStream.range(0, rows)
                .mapToObj(row -> new NewCertificate(
                        row + 2,
                        CertificateNumber.of(institution.numberPrefix() + "263%06d".formatted(first + row)),
                        new Holder(PersonName.of("测试甲"), IdNumber.of(IdType.PASSPORT, "E%08d".formatted(row))),
                        "电工", "无", Level.ADVANCED, LocalDate.of(2026, 11, 2), Standing.VALID))
                .toList();
        NewSubmission batch = new NewSubmission(
                institution, Stage.PROVINCE_REVIEW, clock.instant(), new NewSubmission.Source(null, null, digest), rows, "own");
        return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> {
            certificates.store(begun.id(), institution.id(), certificates.seal(all));
            return Map.of();
        }));
    }

    private long queued(Return returned) {
        return queued(returned, contact);
    }

    private long queued(Return returned, Contact to) {
        return queued(NoticeKind.RETURN, Recipient.contact(to.id()),
                new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()));
    }

    /** Of a certificate for which somebody waits. */
    private long holders(String openId) {
        Submission batch = batch(1);
        long certificate = jdbc.queryForObject(
                "SELECT id FROM certificate WHERE submission_id = ?", Long.class, batch.id());
        holders.subscribe(certificate, openId);
        long subscription = holders.openOfCertificates(List.of(certificate)).get(0).id();
        if (openId.equals(stranger)) {
            holders.forget(openId);
        }
        return queued(NoticeKind.PUBLISHED, Recipient.holder(subscription),
                new Deed.Subject(Deed.Subject.Kind.CERTIFICATE, String.valueOf(certificate)));
    }

    private static Deed.Subject subject(String key) {
        return new Deed.Subject(Deed.Subject.Kind.CONTACT, key);
    }

    private long queued(NoticeKind kind, Recipient to, Deed.Subject subject) {
        return queued(kind, to, subject, List.of(Channel.TEMPLATE));
    }

    private long queued(NoticeKind kind, Recipient to, Deed.Subject subject, List<Channel> channels) {
        String key = "test:" + UUID.randomUUID();
        Map<String, String> facts = new LinkedHashMap<>(NoticeSamples.of(kind));
        facts.computeIfPresent("institution", (name, sample) -> institution.name());
        facts.computeIfPresent("return", (name, sample) -> subject.key());
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> notices.queue(List.of(new NewNotice(
                kind, key, to, new NewNotice.About(subject, institution.id(), "440100"), channels, facts,
                false, now))));
        return jdbc.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }

    private String state(long notice) {
        return jdbc.queryForObject("SELECT state FROM notice WHERE id = ?", String.class, notice);
    }
}
