package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.BatchCases.ordered;
import static io.zhengxun.registry.submission.BatchCases.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.request.RequestKeyReused;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.review.ReviewingBatches.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class ReviewingBatchesTest {

    private static final ReviewOrder PASS = new ReviewOrder(ReviewAct.PASS, null);

    @Autowired
    ReviewingBatch one;

    @Autowired
    ReviewingBatches many;

    @Autowired
    BatchCases cases;

    @Autowired
    AuditTrail trail;

    private Institution institution;
    private Staff reviewer;

    @BeforeEach
    void people_of_a_city() {
        institution = cases.institution(Tier.MUNICIPAL);
        reviewer = staff(Role.CITY_DATA_MANAGER, institution);
    }

    @ParameterizedTest
    @CsvSource({
        "TAKE_UP, RECEIVED, CITY_REVIEW, CITY_DATA_MANAGER", "TAKE_UP, CITY_REVIEW, CITY_REVIEW, CITY_DATA_MANAGER",
        "PASS, CITY_REVIEW, CITY_REVIEWED, CITY_DATA_MANAGER", "SEND_BACK, CITY_REVIEWED, CITY_REVIEW, CITY_LEAD",
        "APPROVE, CITY_REVIEWED, CITY_APPROVED, CITY_LEAD", "SEND_UP, CITY_APPROVED, PROVINCE_REVIEW, CITY_LEAD",
        "SEND_UP, CITY_APPROVED, PROVINCE_REVIEW, CITY_DATA_MANAGER",
        "PASS, PROVINCE_REVIEW, PROVINCE_REVIEWED, PROVINCE_REVIEWER",
        "APPROVE, PROVINCE_REVIEWED, PROVINCE_APPROVED, PROVINCE_LEAD",
    })
    void each_act_leads_on_and_its_remark_is_on_record(ReviewAct act, Stage from, Stage to, Role role) {
        Submission batch = cases.at(from, institution);

        ReviewingBatch.Done done =
                one.act(ordered(batch), new ReviewOrder(act, " 已核对材料 "), staff(role, institution), null);

        assertThat(done).isEqualTo(new ReviewingBatch.Done(batch.number(), batch.version() + 1, to));
        assertThat(cases.now(batch).stage()).isEqualTo(to);
        assertThat(last(batch).after()).containsEntry("remark", "已核对材料").containsEntry("stage", to.name());
        assertThat(last(batch).before()).containsEntry("stage", from.name());
    }

    @Test
    void sending_back_needs_a_reason_for_the_reviewer() {
        assertThatThrownBy(() -> new ReviewOrder(ReviewAct.SEND_BACK, "  ").facts())
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.flaws())
                        .extracting(FieldFlaw::code)
                        .containsExactly("remark-required"));
    }

    @ParameterizedTest
    @CsvSource({
        "请核对 44009919900307019X 的姓名, true", "44009919900307019x, true", "证件44009919900307019X，有误, true",
        "请核对 S000044010001263000123, false", "第 17 行, false", "电话 02000000000, false",
    })
    void a_remark_names_no_id_number(String remark, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> new ReviewOrder(ReviewAct.PASS, remark).facts()).isInstanceOf(FieldsRefused.class);
        } else {
            assertThat(new ReviewOrder(ReviewAct.PASS, remark).facts()).containsEntry("remark", remark);
        }
    }

    @Test
    void a_remark_has_500_characters_at_most() {
        assertThat(new ReviewOrder(ReviewAct.PASS, "长".repeat(500)).facts()).containsKey("remark");
        assertThatThrownBy(() -> new ReviewOrder(ReviewAct.PASS, "长".repeat(501)).facts()).isInstanceOf(FieldsRefused.class);
    }

    @Test
    void of_many_each_is_done_or_refused_by_itself() {
        Submission good = cases.at(Stage.CITY_REVIEW, institution);
        Submission wrongStage = cases.at(Stage.RECEIVED, institution);
        Submission old = cases.at(Stage.CITY_REVIEW, institution);
        Submission foreign = cases.at(Stage.PROVINCE_REVIEW, cases.institution(Tier.PROVINCIAL));
        Submission alsoGood = cases.at(Stage.CITY_REVIEW, institution);
        List<Ordered> batches = List.of(
                ordered(good), ordered(wrongStage), new Ordered(old.number(), old.version() + 3), ordered(foreign),
                new Ordered("PC000000-NOTTHERE", 0), ordered(alsoGood));

        List<Outcome> outcomes = many.act(batches, PASS, reviewer, null);

        assertThat(outcomes).extracting(Outcome::number)
                .isEqualTo(batches.stream().map(Ordered::number).toList());
        assertThat(codes(outcomes))
                .containsExactly("done", "act-not-possible", "changed-meanwhile", "absent", "absent", "done");
        assertThat(cases.now(good).stage()).isEqualTo(Stage.CITY_REVIEWED);
        assertThat(cases.now(alsoGood).stage()).isEqualTo(Stage.CITY_REVIEWED);
        assertThat(List.of(cases.now(wrongStage), cases.now(old), cases.now(foreign)))
                .containsExactly(wrongStage, old, foreign);
    }

    @Test
    void many_are_approved_but_not_those_that_the_same_person_passed() {
        Staff promoted = staff(reviewer.username(), Role.CITY_LEAD, reviewer.scope());
        Submission others = cases.at(Stage.CITY_REVIEWED, institution);
        Submission own = cases.at(Stage.CITY_REVIEW, institution);
        one.act(ordered(own), PASS, reviewer, null);

        List<Outcome> outcomes = many.act(
                List.of(ordered(others), ordered(cases.now(own))), new ReviewOrder(ReviewAct.APPROVE, null), promoted, null);

        assertThat(codes(outcomes)).containsExactly("done", "reviewed-by-the-same");
    }

    @Test
    void a_repetition_under_the_same_key_acts_no_second_time_and_answers_alike() {
        Submission first = cases.at(Stage.CITY_REVIEW, institution);
        Submission refused = cases.at(Stage.RECEIVED, institution);
        List<Ordered> batches = List.of(ordered(first), ordered(refused));
        RequestKey key = key(UUID.randomUUID().toString());

        List<Outcome> answered = many.act(batches, PASS, reviewer, key);
        List<Outcome> repeated = many.act(batches, PASS, reviewer, key);

        assertThat(repeated).extracting(Outcome::done).isEqualTo(answered.stream().map(Outcome::done).toList());
        assertThat(codes(repeated)).containsExactly("done", "act-not-possible");
        assertThat(cases.now(first).version()).isEqualTo(first.version() + 1);
        assertThat(trail.of(subject(first))).filteredOn(entry -> entry.act().equals("SUBMISSION_PASS")).hasSize(1);
    }

    @Test
    void a_repetition_goes_on_where_the_first_one_was_interrupted() {
        Submission first = cases.at(Stage.CITY_REVIEW, institution);
        Submission second = cases.at(Stage.CITY_REVIEW, institution);
        RequestKey key = key(UUID.randomUUID().toString());
        // An interruption leaves the batches behind it undone, and the key with those before it.
        many.act(List.of(ordered(first)), PASS, reviewer, key);

        List<Outcome> repeated = many.act(List.of(ordered(first), ordered(second)), PASS, reviewer, key);

        assertThat(codes(repeated)).containsExactly("done", "done");
        assertThat(cases.now(first).version()).isEqualTo(first.version() + 1);
        assertThat(cases.now(second).version()).isEqualTo(second.version() + 1);
    }

    @Test
    void a_key_is_of_one_request_even_if_all_of_it_was_refused() {
        Submission batch = cases.at(Stage.CITY_REVIEW, institution);
        RequestKey key = key("k".repeat(100));
        many.act(List.of(new Ordered("PC000000-NOTTHERE", 0)), PASS, reviewer, key);

        assertThatThrownBy(() -> many.act(
                        List.of(ordered(batch)), PASS, reviewer, key.with(new byte[] {1})))
                .isInstanceOf(RequestKeyReused.class);
        assertThat(cases.now(batch)).isEqualTo(batch);
    }

    @Test
    void none_too_many_or_one_twice_are_refused_as_a_whole() {
        Submission batch = cases.at(Stage.CITY_REVIEW, institution);
        List<Ordered> tooMany = new ArrayList<>(Collections.nCopies(ReviewingBatches.MOST, ordered(batch)));
        IntStream.range(0, tooMany.size()).forEach(i -> tooMany.set(i, new Ordered("PC000000-" + i, 0)));
        assertThat(many.act(tooMany, PASS, reviewer, null)).hasSize(ReviewingBatches.MOST);
        tooMany.add(ordered(batch));

        for (List<Ordered> wrong : List.of(
                List.<Ordered>of(), tooMany, List.of(ordered(batch), new Ordered(batch.number(), 9)))) {
            assertThatThrownBy(() -> many.act(wrong, PASS, reviewer, null)).isInstanceOf(FieldsRefused.class);
        }
        assertThat(cases.now(batch)).isEqualTo(batch);
    }

    private RequestKey key(String key) {
        return new RequestKey(reviewer.username(), key, new byte[32]);
    }

    private static List<String> codes(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.refusal() == null ? "done" : outcome.refusal().code())
                .toList();
    }

    private AuditEntry last(Submission batch) {
        List<AuditEntry> entries = trail.of(subject(batch));
        return entries.get(entries.size() - 1);
    }

    private static Deed.Subject subject(Submission batch) {
        return new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number());
    }
}
