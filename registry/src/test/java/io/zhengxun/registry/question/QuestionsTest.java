package io.zhengxun.registry.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.question.HandlingQuestions.Meaning;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.BatchCases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class QuestionsTest {

    private static final Staff PROVINCE = BatchCases.staff("province", Role.PROVINCE_REVIEWER, Scope.ofProvince());
    private static final Staff AUDITOR = BatchCases.staff("auditor", Role.AUDITOR, Scope.ofProvince());

    @Autowired
    Questions questions;

    @Autowired
    QuestionGroups groups;

    @Autowired
    HandlingQuestions handling;

    @Autowired
    TaughtPhrasings taught;

    @Autowired
    AuditTrail trail;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nothing_was_asked() {
        jdbc.update("DELETE FROM unanswered_question");
        jdbc.update("DELETE FROM question_group");
        jdbc.update("DELETE FROM taught_phrasing");
    }

    @ParameterizedTest
    @CsvSource({
        "证书丢了怎么补办,我的证书丢了怎么补办啊,true",
        "证书丢了怎么补办,证书丢了，怎么补办？,true",
        "证书可以寄到家里吗,证书能寄到家里吗,true",
        "证书丢了怎么补办,今天广州天气好吗,false",
        "证书丢了怎么补办,证书什么时候能领,false",
        "？？？,。。。,true"
    })
    void what_is_written_much_alike_is_counted_together(String one, String other, boolean alike) {
        assertThat(Resemblance.of(one).to(Resemblance.of(other)) >= Resemblance.ALIKE).isEqualTo(alike);
    }

    @Test
    void the_most_frequent_come_first_with_examples() {
        ask("证书丢了怎么补办", "证书可以寄到家里吗", "我的证书丢了怎么补办啊");
        ask("证书丢了怎么补办", "积分入户要什么");

        List<QuestionGroup> found = open(10);
        assertThat(found)
                .extracting(QuestionGroup::leader, QuestionGroup::questions)
                .containsExactly(tuple("证书丢了怎么补办", 3), tuple("积分入户要什么", 1), tuple("证书可以寄到家里吗", 1));
        assertThat(groups.examples(found.get(0).id(), 5))
                .extracting(UnansweredQuestion::text)
                .containsExactlyInAnyOrder("证书丢了怎么补办", "我的证书丢了怎么补办啊");
    }

    @Test
    void a_list_is_paged_by_its_last_group() {
        ask("证书丢了怎么补办", "证书丢了怎么补办", "积分入户要什么", "今天广州天气好吗");

        List<QuestionGroup> first = open(2);
        QuestionGroup last = first.get(1);
        List<QuestionGroup> second =
                groups.page(QuestionGroup.State.OPEN, new QuestionGroups.Key(last.questions(), last.id()), 2);
        assertThat(first).extracting(QuestionGroup::leader).containsExactly("证书丢了怎么补办", "今天广州天气好吗");
        assertThat(second).extracting(QuestionGroup::leader).containsExactly("积分入户要什么");
    }

    @Test
    void the_latest_come_first_where_that_is_asked_for() {
        Instant now = clock.instant();
        questions.collect(List.of(
                question("证书丢了怎么补办", now.minusSeconds(9)),
                question("证书丢了怎么补办", now.minusSeconds(8)),
                question("积分入户要什么", now.minusSeconds(7)),
                question("今天广州天气好吗", now.minusSeconds(7))));

        List<QuestionGroup> first = groups.recent(QuestionGroup.State.OPEN, null, 2);
        QuestionGroup last = first.get(1);
        assertThat(first).extracting(QuestionGroup::leader).containsExactly("今天广州天气好吗", "积分入户要什么");
        assertThat(groups.recent(QuestionGroup.State.OPEN, new QuestionGroups.RecentKey(last.lastAt(), last.id()), 2))
                .extracting(QuestionGroup::leader)
                .containsExactly("证书丢了怎么补办");
    }

    @Test
    void what_is_taught_is_paged_by_its_last_phrasing() {
        handling.assign(asked("帮我看看").id(), new Meaning("progress", List.of("说法甲", "说法乙", "说法丙")), PROVINCE);

        List<TaughtPhrasing> first = taught.page(Long.MAX_VALUE, 2);
        assertThat(first).extracting(TaughtPhrasing::text).containsExactly("说法丙", "说法乙");
        assertThat(taught.page(first.get(1).id(), 2)).extracting(TaughtPhrasing::text).containsExactly("说法甲");
    }

    @Test
    void what_is_assigned_is_taught_at_once_and_can_be_taken_back() {
        QuestionGroup group = asked("证出咗未呀");
        long edition = taught.edition();

        QuestionGroup assigned =
                handling.assign(group.id(), new Meaning("progress", List.of(" 证出咗未呀 ", "张证搞掂未", "证出咗未呀", "")), PROVINCE);

        assertThat(assigned)
                .extracting(QuestionGroup::state, QuestionGroup::intentCode, QuestionGroup::handledBy)
                .containsExactly(QuestionGroup.State.ASSIGNED, "progress", "province");
        assertThat(taught.edition()).isGreaterThan(edition);
        assertThat(taught.all())
                .extracting(TaughtPhrasing::text, TaughtPhrasing::intentCode)
                .containsExactly(tuple("张证搞掂未", "progress"), tuple("证出咗未呀", "progress"));
        assertThat(open(10)).isEmpty();

        handling.withdraw(taught.all().get(0).id(), PROVINCE);
        assertThat(taught.all()).extracting(TaughtPhrasing::text).containsExactly("证出咗未呀");
        assertThat(taught.edition()).isEqualTo(edition + 2);
    }

    @Test
    void what_was_handled_is_not_handled_again_and_counts_on() {
        QuestionGroup group = asked("今天广州天气好吗");
        assertThat(handling.close(group.id(), PROVINCE).state()).isEqualTo(QuestionGroup.State.DONE);

        assertThatThrownBy(() -> handling.close(group.id(), PROVINCE)).isInstanceOf(GroupHandled.class);
        ask("今天广州天气好吗？");
        assertThat(groups.one(group.id()).questions()).isEqualTo(2);
        assertThat(open(10)).isEmpty();
    }

    @Test
    void a_phrasing_with_a_number_or_without_a_meaning_is_refused() {
        long id = asked("帮我看看").id();

        for (String personal : List.of(
                "帮我看看 440101199001010011", "电话138 0013 8000", "440101-1990-0101", "护照E12345678", "一三八零零一三八", "写信到a@b.cn")) {
            assertThat(flaws(id, new Meaning("progress", List.of(personal)))).as(personal).containsExactly("phrasing.number");
        }
        assertThat(flaws(id, new Meaning("progress", List.of("好")))).containsExactly("phrasing.line");
        assertThat(flaws(id, new Meaning("progress", List.of()))).containsExactly("phrasing.count");
        assertThat(flaws(id, new Meaning("weather", List.of("帮我看看")))).containsExactly("phrasing.intent");
        assertThat(taught.all()).isEmpty();
    }

    @Test
    void only_who_edits_answers_may_teach() {
        long id = asked("帮我看看").id();
        assertThatThrownBy(() -> handling.close(id, AUDITOR)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> handling.close(id + 1000, PROVINCE)).isInstanceOf(Absent.class);
    }

    @Test
    void what_is_too_old_is_forgotten_and_what_staff_made_of_it_stays() {
        Instant now = clock.instant();
        questions.collect(List.of(
                question("证书丢了怎么补办", now.minus(Duration.ofDays(91))),
                question("积分入户要什么", now.minus(Duration.ofDays(91))),
                question("证书丢了怎么补办呢", now.minus(Duration.ofDays(89)))));
        long assigned = open(10).get(1).id();
        handling.assign(assigned, new Meaning("out_of_scope", List.of("积分入户要什么")), PROVINCE);

        assertThat(questions.forget()).isFalse();

        assertThat(jdbc.queryForList("SELECT text FROM unanswered_question", String.class)).containsExactly("证书丢了怎么补办呢");
        assertThat(open(10)).extracting(QuestionGroup::questions).containsExactly(1);
        assertThat(taught.all()).hasSize(1);
    }

    @Test
    void the_trail_knows_what_was_taught() {
        QuestionGroup group = asked("证出咗未呀");
        handling.assign(group.id(), new Meaning("progress", List.of("证出咗未呀")), PROVINCE);

        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.QUESTION_GROUP, String.valueOf(group.id()))))
                .singleElement()
                .extracting(AuditEntry::act, AuditEntry::after)
                .containsExactly("QUESTIONS_ASSIGNED",
                        Map.of("state", "ASSIGNED", "intent", "progress", "phrasings", "证出咗未呀"));
    }

    @Test
    void lists_are_read_from_an_index() {
        for (String query : List.of(
                "SELECT id FROM question_group FORCE INDEX (ix_question_group_list) WHERE state = 'OPEN' ORDER BY questions DESC, id DESC LIMIT 20",
                "SELECT id FROM question_group FORCE INDEX (ix_question_group_recent) WHERE state = 'OPEN' ORDER BY last_at DESC, id DESC LIMIT 20",
                "SELECT id FROM question_group FORCE INDEX (ix_question_group_last) ORDER BY last_at DESC, id DESC LIMIT 1000")) {
            assertThat(jdbc.queryForMap("EXPLAIN " + query).get("Extra").toString()).doesNotContain("filesort");
        }
    }

    private void ask(String... texts) {
        questions.collect(List.of(texts).stream().map(text -> question(text, clock.instant())).toList());
    }

    private QuestionGroup asked(String text) {
        ask(text);
        return open(1).get(0);
    }

    private static UnansweredQuestion question(String text, Instant at) {
        return new UnansweredQuestion(text, "out_of_scope", 0.31, at);
    }

    private List<QuestionGroup> open(int limit) {
        return groups.page(QuestionGroup.State.OPEN, null, limit);
    }

    private List<String> flaws(long group, Meaning meaning) {
        try {
            handling.assign(group, meaning, PROVINCE);
        } catch (FieldsRefused refused) {
            return refused.flaws().stream().map(FieldFlaw::code).toList();
        }
        throw new AssertionError("It was taken.");
    }
}
