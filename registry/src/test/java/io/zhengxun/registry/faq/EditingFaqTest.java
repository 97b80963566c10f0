package io.zhengxun.registry.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.faq.EditingFaq.Seen;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.BatchCases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class EditingFaqTest {

    private static final String CODE = "fee_region";
    private static final String SOURCE = "粤技服〔2022〕151号 附件6";
    private static final Staff PROVINCE = BatchCases.staff("province", Role.PROVINCE_REVIEWER, Scope.ofProvince());
    private static final Staff LEAD = BatchCases.staff("province-lead", Role.PROVINCE_LEAD, Scope.ofProvince());

    @Autowired
    EditingFaq editing;

    @Autowired
    FaqDesk desk;

    @Autowired
    FaqTexts texts;

    @Autowired
    FaqMapper mapper;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void as_it_came_with_the_program() {
        jdbc.update("DELETE FROM faq_entry");
        jdbc.update("DELETE FROM faq_text");
        jdbc.update("UPDATE faq_edition SET number = number + 1");
    }

    @Test
    void nobody_is_answered_by_a_draft() {
        FaqEntry drafted = editing.draft(seen(0), " 查询免费。 ", SOURCE, PROVINCE);

        assertThat(drafted.edition()).isEqualTo(1);
        assertThat(drafted.draft()).contains(new FaqEntry.Draft("查询免费。", SOURCE));
        assertThat(drafted.draft().orElseThrow().reply()).isEqualTo("查询免费。\n依据：" + SOURCE);
        assertThat(drafted.published().version()).isZero();
        assertThat(drafted.published().body()).contains("不收取任何费用");
    }

    @Test
    void a_published_text_is_used_by_every_instance_within_seconds() {
        try (Instance another = new Instance()) {
            assertThat(another.texts.of(CODE).orElseThrow().version()).isZero();
            assertThat(texts.of(CODE)).isPresent();

            publish("查询免费。", PROVINCE);

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(List.of(texts, another.texts))
                            .allSatisfy(one -> assertThat(one.of(CODE).orElseThrow())
                                    .isEqualTo(new FaqText(CODE, 1, "查询免费。", SOURCE))));
            assertThat(another.texts.of("lookup").orElseThrow().version()).isZero();
        }
    }

    @Test
    void an_earlier_version_comes_back_as_a_new_one_and_a_draft_stays() {
        publish("第一版。", PROVINCE);
        publish("第二版。", LEAD);
        editing.draft(seen(4), "还没写完", SOURCE, PROVINCE);

        FaqEntry restored = editing.restore(seen(5), 1, LEAD);

        assertThat(restored.published()).isEqualTo(new FaqText(CODE, 3, "第一版。", SOURCE));
        assertThat(restored.draft()).contains(new FaqEntry.Draft("还没写完", SOURCE));
        assertThat(editing.restore(seen(6), 0, LEAD).published().body()).contains("不收取任何费用");
        assertThat(desk.history(CODE, Integer.MAX_VALUE, 10))
                .extracting(version -> version.text().version(), FaqVersion::restoredFrom, FaqVersion::publishedBy)
                .containsExactly(
                        tuple(4, 0, "province-lead"),
                        tuple(3, 1, "province-lead"),
                        tuple(2, null, "province-lead"),
                        tuple(1, null, "province"),
                        tuple(0, null, null));
        assertThat(desk.history(CODE, 2, 1)).extracting(version -> version.text().version()).containsExactly(1);
    }

    @Test
    void who_looked_at_an_older_state_is_refused_and_told_who_changed_it() {
        editing.draft(seen(0), "甲写的。", SOURCE, PROVINCE);

        assertThatThrownBy(() -> editing.draft(seen(0), "乙写的。", SOURCE, LEAD))
                .isInstanceOfSatisfying(FaqChanged.class, refused -> assertThat(refused.getArguments())
                        .contains(CODE, "province"));
        assertThat(desk.one(CODE).draft().orElseThrow().body()).isEqualTo("甲写的。");
    }

    @Test
    void without_a_draft_nothing_is_published_or_discarded() {
        assertThatThrownBy(() -> editing.publish(seen(0), LEAD)).isInstanceOf(NoDraft.class);
        editing.draft(seen(0), "写错了", SOURCE, LEAD);
        assertThat(editing.discard(seen(1), LEAD).draft()).isEmpty();
        assertThatThrownBy(() -> editing.publish(seen(2), LEAD)).isInstanceOf(NoDraft.class);
    }

    @Test
    void a_text_that_would_not_fit_a_reply_is_refused_to_the_byte() {
        String most = "好".repeat((FaqText.MOST_BYTES - "\n依据：附件6".getBytes(StandardCharsets.UTF_8).length) / 3);
        editing.draft(seen(0), most, "附件6", LEAD);

        assertThat(flaws(most + "好", "附件6")).extracting(FieldFlaw::code).containsExactly("faq.too-long");
        assertThat(flaws(" ", "附件6\n乙")).extracting(FieldFlaw::code).containsExactly("faq.empty", "one-line");
        assertThat(flaws("看不见\u202E", "附件6" + "依".repeat(200))).extracting(FieldFlaw::code)
                .containsExactly("faq.invisible", "faq.source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"附件6", "粤技服〔2022〕151号 二（二）", "《数据工作指南》第二十条", "规则 Q3", "中就培发〔2022〕1号"})
    void a_claim_says_where_it_is_written(String source) {
        assertThat(editing.draft(seen(0), "可以。", source, LEAD).draft().orElseThrow().source()).isEqualTo(source);
    }

    @Test
    void a_claim_without_a_source_is_refused_and_what_claims_nothing_needs_none() {
        editing.draft(seen(0), "可以。", SOURCE, LEAD);

        for (String source : List.of("", "网上看到的", "有关规定")) {
            assertThat(flaws("可以。", source)).extracting(FieldFlaw::code).containsExactly("faq.no-source");
        }
        assertThat(editing.draft(new Seen("thanks", 0), "不客气。", "", LEAD).draft()).isPresent();
    }

    @Test
    void who_published_what_is_in_use_and_when_is_known() {
        assertThat(desk.one(CODE).current().publishedBy()).isNull();
        publish("查询免费。", LEAD);

        assertThat(List.of(desk.one(CODE), entry(desk.all()))).allSatisfy(entry -> {
            assertThat(entry.current().publishedBy()).isEqualTo("province-lead");
            assertThat(entry.current().publishedAt()).isNotNull();
            assertThat(entry.published().version()).isEqualTo(1);
        });
    }

    private static FaqEntry entry(List<FaqEntry> all) {
        return all.stream().filter(entry -> entry.intentCode().equals(CODE)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_the_province_and_the_administrator_edit(Role role) {
        Scope scope = switch (role.scope()) {
            case INSTITUTION -> Scope.ofInstitution(1);
            case CITY -> Scope.ofCity("440100");
            case PROVINCE -> Scope.ofProvince();
        };
        Staff staff = BatchCases.staff("somebody", role, scope);
        if (EditingFaq.EDITORS.contains(role)) {
            assertThat(editing.draft(seen(0), "可以。", SOURCE, staff).changedBy()).isEqualTo("somebody");
        } else {
            assertThatThrownBy(() -> editing.draft(seen(0), "可以。", SOURCE, staff)).isInstanceOf(RoleNotAllowed.class);
        }
    }

    @Test
    void what_is_no_intent_has_no_answer() {
        assertThatThrownBy(() -> editing.draft(new Seen("weather", 0), "晴。", SOURCE, LEAD)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> editing.restore(seen(0), 7, LEAD)).isInstanceOf(Absent.class);
        assertThat(texts.of("weather")).isEmpty();
        assertThat(desk.all()).extracting(FaqEntry::intentCode).startsWith("lookup", "progress").endsWith("out_of_scope").hasSize(23);
    }

    @Test
    void every_step_is_on_record() {
        int before = trailed().size();
        publish("查询免费。", PROVINCE);
        editing.restore(seen(2), 0, LEAD);

        List<AuditEntry> entries = trailed();
        assertThat(entries.subList(before, entries.size()))
                .extracting(AuditEntry::act)
                .containsExactly("FAQ_DRAFTED", "FAQ_PUBLISHED", "FAQ_RESTORED");
        assertThat(entries.get(before).after()).containsEntry("body", "查询免费。");
    }

    private static Seen seen(int edition) {
        return new Seen(CODE, edition);
    }

    private void publish(String body, Staff by) {
        FaqEntry drafted = editing.draft(seen(desk.one(CODE).edition()), body, SOURCE, by);
        editing.publish(seen(drafted.edition()), by);
    }

    private List<FieldFlaw> flaws(String body, String source) {
        try {
            editing.draft(seen(1), body, source, LEAD);
        } catch (FieldsRefused refused) {
            return refused.flaws();
        }
        throw new AssertionError("It was taken.");
    }

    private List<AuditEntry> trailed() {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.FAQ_TEXT, CODE));
    }

    /** The memory of another process. */
    private final class Instance implements AutoCloseable {

        private final FaqTexts texts = new FaqTexts(mapper);

        @Override
        public void close() {
            texts.stopAsking();
        }
    }
}
