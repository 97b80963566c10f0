package io.zhengxun.registry.consultation;

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
import io.zhengxun.registry.consultation.AnsweringConsultation.Read;
import io.zhengxun.registry.consultation.ConsultationMessage.Author;
import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.Told;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People ask staff, staff answer, and nothing of what was said can be read in the database. */
@RegistryTest
class ConsultationsTest {

    /** A Monday at 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Staff REVIEWER =
            new Staff("answering", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    private static final Staff LEAD = new Staff("leading", "测试", Role.PROVINCE_LEAD, Scope.ofProvince(), "127.0.0.1");
    private static final Staff AUDITOR = new Staff("auditing", "测试", Role.AUDITOR, Scope.ofProvince(), "127.0.0.1");
    private static final Staff CITY = new Staff("city", "测试", Role.CITY_LEAD, Scope.ofCity("440100"), "127.0.0.1");

    @Autowired
    ConsultationMapper mapper;

    @Autowired
    Vault vault;

    @Autowired
    Supplier<WorkingDays> calendar;

    @Autowired
    AuditTrail trail;

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    JdbcTemplate jdbc;

    private final String person = "o" + UUID.randomUUID();
    private final Ticking clock = new Ticking();
    private Consultations consultations;
    private AnsweringConsultation desk;
    private TransactionTemplate transaction;

    private static final class Ticking extends Clock {

        private Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void rooms_with_a_clock_of_their_own() {
        ConsultationTable table = new ConsultationTable(mapper, vault, clock);
        ConsultationSettings settings = new ConsultationSettings(
                List.of(ConsultationSettings.Hours.valueOf("09:00-12:00"), ConsultationSettings.Hours.valueOf("14:00-17:30")),
                Duration.ofHours(2));
        consultations = new Consultations(table, settings, calendar, clock, manager);
        desk = new AnsweringConsultation(table, trail, outbox, clock);
        transaction = new TransactionTemplate(manager);
    }

    @Test
    void who_asks_gets_a_number_and_a_time() {
        Handed handed = consultations.open(person, "证书一直查不到");
        assertThat(handed.fresh()).isTrue();
        assertThat(handed.consultation().number()).matches("RG261123-[2-9A-Z]{8}");
        assertThat(handed.expected().at()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(handed.consultation().dueAt()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(consultations.openOf(person)).hasValueSatisfying(
                open -> assertThat(open.number()).isEqualTo(handed.consultation().number()));
    }

    @Test
    void what_is_said_more_is_added_in_order_and_moves_no_due_date() {
        String number = consultations.open(person, "证书一直查不到").consultation().number();
        clock.now = MORNING.plus(Duration.ofMinutes(30));
        Handed added = consultations.add(person, "  我是去年考的\u0000\n电工  ").orElseThrow();
        assertThat(added.fresh()).isFalse();
        assertThat(added.consultation().dueAt()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(added.consultation().lastMessageAt()).isEqualTo(clock.now);
        assertThat(consultations.open(person, "转人工").fresh()).isFalse();
        assertThat(read(number, REVIEWER).messages()).extracting(ConsultationMessage::author, ConsultationMessage::text)
                .containsExactly(
                        tuple(Author.SUMMARY, "证书一直查不到"),
                        tuple(Author.PERSON, "我是去年考的\n电工"),
                        tuple(Author.SUMMARY, "转人工"));
    }

    @Test
    void without_an_open_one_nothing_is_kept() {
        assertThat(consultations.add(person, "谢谢")).isEmpty();
        assertThat(consultations.openOf(person)).isEmpty();
    }

    @Test
    void a_bad_rating_opens_a_case_with_its_question() {
        Handed rated = consultations.rated(person, "time_limits", "多久能上网");
        assertThat(rated.consultation().origin()).isEqualTo(Consultation.Origin.RATED);
        assertThat(rated.consultation().intent()).isEqualTo("time_limits");
        assertThat(read(rated.consultation().number(), REVIEWER).messages()).singleElement().satisfies(message -> {
            assertThat(message.author()).isEqualTo(Author.RATING);
            assertThat(message.text()).isEqualTo("多久能上网");
        });
    }

    @Test
    void no_more_is_kept_than_staff_can_read() {
        String number = consultations.open(person, "问题").consultation().number();
        IntStream.range(1, Consultations.MOST_MESSAGES).forEach(i -> consultations.add(person, "补充" + i));
        assertThat(consultations.add(person, "再补充").orElseThrow().full()).isTrue();
        assertThat(read(number, REVIEWER).messages()).hasSize(Consultations.MOST_MESSAGES);
    }

    @Test
    void a_rant_is_cut() {
        String number = consultations.open(person, "怒".repeat(4000)).consultation().number();
        assertThat(read(number, REVIEWER).messages().get(0).text()).hasSize(Consultations.LONGEST_MESSAGE);
    }

    @Test
    void neither_openid_nor_words_stand_in_the_database() {
        String number = consultations.open(person, "秘密的问题").consultation().number();
        answer(number, "公开的答复", REVIEWER);
        List<byte[]> stored = jdbc.queryForList(
                "SELECT text_sealed FROM consultation_message m JOIN consultation c ON c.id = m.consultation_id"
                        + " WHERE c.number = ?", byte[].class, number);
        stored.add(jdbc.queryForObject("SELECT open_id_sealed FROM consultation WHERE number = ?", byte[].class, number));
        assertThat(stored).hasSize(3).noneMatch(bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.contains("秘密") || text.contains("公开") || text.contains(person);
        });
        assertThat(deeds(number)).extracting(Object::toString).noneMatch(deed -> deed.contains("答复的") || deed.contains("秘密"));
    }

    @Test
    void an_answer_ends_the_wait_and_is_to_be_told() {
        String number = consultations.open(person, "问题").consultation().number();
        Consultation taken = act(() -> desk.take(seen(number), REVIEWER));
        assertThat(taken.state()).isEqualTo(ConsultationState.TAKEN);
        assertThat(taken.takenBy()).isEqualTo("answering");
        Consultation answered = answer(number, " 请联系评价机构。 ", REVIEWER);
        assertThat(answered.state()).isEqualTo(ConsultationState.ANSWERED);
        assertThat(consultations.openOf(person)).isEmpty();
        assertThat(outbox.of(Deed.Subject.Kind.CONSULTATION, List.of(number), 5)).extracting(Told::kind)
                .containsExactly("CONSULTATION_ANSWERED");
        long message = read(number, AUDITOR).messages().get(1).id();
        assertThat(consultations.answer(message)).hasValueSatisfying(
                said -> assertThat(said.text()).isEqualTo("请联系评价机构。"));
        assertThat(deeds(number)).extracting(AuditEntry::act)
                .containsExactly("CONSULTATION_TAKEN", "CONSULTATION_ANSWERED", "CONSULTATION_READ");
    }

    @Test
    void what_the_person_said_is_no_answer() {
        String number = consultations.open(person, "问题").consultation().number();
        long message = read(number, REVIEWER).messages().get(0).id();
        assertThat(consultations.answer(message)).isEmpty();
    }

    @Test
    void what_is_said_soon_after_an_answer_brings_it_back_to_who_answered() {
        String number = consultations.open(person, "问题").consultation().number();
        answer(number, "答复", REVIEWER);
        clock.now = MORNING.plus(Duration.ofHours(47));
        Handed more = consultations.add(person, "还是不行").orElseThrow();
        assertThat(more.consultation().number()).isEqualTo(number);
        assertThat(more.consultation().state()).isEqualTo(ConsultationState.TAKEN);
        assertThat(more.consultation().dueAt()).isEqualTo("2026-11-25T03:00:00Z");
    }

    @Test
    void what_is_said_long_after_an_answer_is_another_matter() {
        String number = consultations.open(person, "问题").consultation().number();
        answer(number, "答复", REVIEWER);
        clock.now = MORNING.plus(Duration.ofHours(48));
        assertThat(consultations.add(person, "还是不行")).isEmpty();
        assertThat(consultations.open(person, "还是不行").consultation().number()).isNotEqualTo(number);
    }

    @Test
    void nobody_answers_over_what_was_said_meanwhile() {
        String number = consultations.open(person, "问题").consultation().number();
        SeenConsultation seen = seen(number);
        consultations.add(person, "补充");
        assertThatThrownBy(() -> act(() -> desk.answer(seen, "答复", REVIEWER))).isInstanceOf(ConsultationChanged.class);
        assertThat(outbox.of(Deed.Subject.Kind.CONSULTATION, List.of(number), 5)).isEmpty();
    }

    @Test
    void a_closed_one_is_closed() {
        String number = consultations.open(person, "问题").consultation().number();
        assertThat(act(() -> desk.close(seen(number), "重复咨询", LEAD)).state()).isEqualTo(ConsultationState.CLOSED);
        assertThatThrownBy(() -> answer(number, "答复", REVIEWER)).isInstanceOf(ConsultationActNotPossible.class);
        assertThat(consultations.add(person, "补充")).isEmpty();
    }

    @Test
    void an_answer_is_neither_empty_nor_too_long_nor_invisible() {
        String number = consultations.open(person, "问题").consultation().number();
        for (String text : List.of(" ", "长".repeat(601), "看\u202e不见")) {
            assertThatThrownBy(() -> answer(number, text, REVIEWER)).isInstanceOf(FieldsRefused.class);
        }
        assertThat(answer(number, "长".repeat(600), REVIEWER).state()).isEqualTo(ConsultationState.ANSWERED);
    }

    @Test
    void only_the_province_answers_and_the_auditor_only_reads() {
        String number = consultations.open(person, "问题").consultation().number();
        assertThatThrownBy(() -> answer(number, "答复", CITY)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> answer(number, "答复", AUDITOR)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> read(number, CITY)).isInstanceOf(RoleNotAllowed.class);
        assertThat(read(number, AUDITOR).messages()).hasSize(1);
        assertThatThrownBy(() -> read("RG261123-NOTTHERE", LEAD)).isInstanceOf(Absent.class);
    }

    @Test
    void the_queue_is_by_due_date_and_paged_by_key() {
        jdbc.update("UPDATE consultation SET state = 'CLOSED', open_mark = NULL, closed_at = '2026-11-23' WHERE open_mark = 1");
        List<String> numbers = IntStream.of(5, 3, 4).mapToObj(days -> {
            clock.now = MORNING.minus(Duration.ofDays(days));
            return consultations.open("o" + UUID.randomUUID(), "问题").consultation().number();
        }).toList();
        List<Consultation> first = desk.queue(null, null, 2, REVIEWER);
        List<Consultation> second = desk.queue(null, ConsultationPlace.of(first.get(1)), 2, REVIEWER);
        assertThat(first).extracting(Consultation::number).containsExactly(numbers.get(0), numbers.get(2));
        assertThat(second).extracting(Consultation::number).containsExactly(numbers.get(1));
        assertThat(desk.queue(ConsultationState.WAITING, null, 9, AUDITOR)).hasSize(3);
        assertThatThrownBy(() -> desk.queue(null, null, 9, CITY)).isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void who_leaves_leaves_no_words() {
        String number = consultations.open(person, "问题").consultation().number();
        consultations.forget(person);
        assertThat(read(number, REVIEWER)).satisfies(read -> {
            assertThat(read.consultation().state()).isEqualTo(ConsultationState.CLOSED);
            assertThat(read.consultation().openId()).isNull();
            assertThat(read.messages()).extracting(ConsultationMessage::text).containsExactly("");
        });
        assertThat(consultations.openOf(person)).isEmpty();
    }

    @Test
    void asking_twice_at_once_is_one_consultation() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Handed> asking = () -> consultations.open(person, "问题");
            List<Future<Handed>> both = two.invokeAll(List.of(asking, asking));
            assertThat(both.get(0).get().consultation().number()).isEqualTo(both.get(1).get().consultation().number());
            assertThat(both).extracting(each -> each.get().fresh()).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdownNow();
        }
    }

    private List<AuditEntry> deeds(String number) {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.CONSULTATION, number));
    }

    private SeenConsultation seen(String number) {
        return new SeenConsultation(number, Optional.ofNullable(consultations.findByNumbers(List.of(number)).get(number))
                .orElseThrow().version());
    }

    private Consultation answer(String number, String text, Staff by) {
        return act(() -> desk.answer(seen(number), text, by));
    }

    private Read read(String number, Staff by) {
        return act(() -> desk.read(number, by));
    }

    private <T> T act(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }
}
