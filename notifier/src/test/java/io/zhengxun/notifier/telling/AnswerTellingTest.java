package io.zhengxun.notifier.telling;

import static io.zhengxun.notifier.telling.TellingCases.event;
import static io.zhengxun.notifier.telling.TellingCases.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.telling.TellingCases.SettableClock;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.consultation.SeenConsultation;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.notice.text.NoticeFacts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asked is told of each answer, by a notice that holds nothing of what was said. */
@TellingTest
class AnswerTellingTest {

    private static final Staff REVIEWER =
            new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");

    @Autowired
    SettableClock clock;

    @Autowired
    Consultations consultations;

    @Autowired
    AnsweringConsultation answering;

    @Autowired
    AnswerTelling telling;

    @Autowired
    AnswerTruth truth;

    @Autowired
    JdbcTemplate jdbc;

    private final String openId = "o" + UUID.randomUUID();
    private Consultation asked;
    private Event answered;

    @BeforeEach
    void an_answer_was_given() {
        clock.set("2026-11-23T02:00:00Z");
        asked = consultations.open(openId, "证书一直查不到").consultation();
        int version = consultations.find(List.of(asked.id())).get(asked.id()).version();
        answering.answer(new SeenConsultation(asked.number(), version), "请联系评价机构。", REVIEWER);
        String message = jdbc.queryForObject("SELECT MAX(id) FROM consultation_message", String.class);
        answered = new Event(
                1,
                new OutboxEvent("CONSULTATION_ANSWERED",
                        new Deed.Subject(Deed.Subject.Kind.CONSULTATION, asked.number()), null, "440000",
                        Map.of("message", message)),
                clock.instant());
    }

    @Test
    void it_goes_into_the_chat_first_and_says_nothing_itself() {
        assertThat(telling.of(List.of(answered))).singleElement().satisfies(told -> {
            NewNotice notice = told.notice();
            assertThat(notice.channels()).containsExactly(Channel.CUSTOMER, Channel.TEMPLATE);
            assertThat(NoticeFacts.missing(notice.kind(), notice.facts())).isEmpty();
            assertThat(notice.toString()).doesNotContain("评价机构").doesNotContain(openId);
        });
    }

    @Test
    void an_event_of_an_unknown_one_tells_nobody() {
        assertThat(telling.of(List.of(
                event(2, "CONSULTATION_ANSWERED", Deed.Subject.Kind.CONSULTATION, "RG261123-NOTTHERE")))).isEmpty();
    }

    @Test
    void it_holds_until_the_person_leaves() {
        Notice notice = written(7, telling.of(List.of(answered)).get(0).notice(), clock.instant());
        assertThat(truth.of(List.of(notice)).get(7L).holds()).isTrue();
        consultations.forget(openId);
        assertThat(truth.of(List.of(notice)).get(7L).holds()).isFalse();
    }
}
