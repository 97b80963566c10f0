package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.BatchCases.ordered;
import static io.zhengxun.registry.submission.BatchCases.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.review.ReviewingBatch.Done;
import io.zhengxun.registry.submission.review.ReviewingBatches.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Killed between any two statements of a review, all of the act is there or nothing (R1). */
@KilledTest
class KilledReviewsTest {

    private static final int MOST_STEPS = 200;

    @Autowired
    EveryStep everyStep;

    @Autowired
    BatchCases cases;

    @Autowired
    ReviewingBatch reviewing;

    @Autowired
    ReviewingBatches many;

    @Autowired
    ReturnReasons reasons;

    @Autowired
    AuditTrail trail;

    private Institution institution;

    @BeforeEach
    void an_institution(@Autowired OnceOnly onceOnly) {
        institution = cases.institution(Tier.MUNICIPAL);
        // Clears old keys now, and then not for a day.
        onceOnly.run(key(), String.class, () -> "");
    }

    @ParameterizedTest
    @CsvSource({
        "TAKE_UP, RECEIVED, CITY_DATA_MANAGER, CITY_REVIEW",
        "PASS, CITY_REVIEW, CITY_DATA_MANAGER, CITY_REVIEWED",
        "SEND_BACK, CITY_REVIEWED, CITY_LEAD, CITY_REVIEW",
        "APPROVE, CITY_REVIEWED, CITY_LEAD, CITY_APPROVED",
        "SEND_UP, CITY_APPROVED, CITY_LEAD, PROVINCE_REVIEW",
    })
    void a_batch_is_moved_wholly_or_not_at_all_and_a_killed_request_may_come_again_under_its_key(
            ReviewAct act, Stage from, Role role, Stage to) {
        Submission batch = cases.at(from, institution);
        ReviewOrder order = new ReviewOrder(act, "测试");
        Staff by = staff(role, institution);
        RequestKey key = key();

        assertThat(everyStep.kill(() -> reviewing.act(ordered(batch), order, by, key))).isGreaterThan(6);

        Submission moved = cases.now(batch);
        assertThat(moved.stage()).isEqualTo(to);
        assertThat(reviewing.act(ordered(batch), order, by, key)).isEqualTo(Done.of(moved));
        assertThat(cases.now(batch)).isEqualTo(moved);
    }

    @Test
    void of_many_batches_each_is_moved_wholly_or_not_at_all_and_a_repetition_does_what_is_left() {
        ReviewOrder pass = new ReviewOrder(ReviewAct.PASS, "");
        Staff by = staff(Role.CITY_DATA_MANAGER, institution);
        boolean killed = true;
        int halfDone = 0;
        for (int steps = 0; killed; steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            List<Submission> batches =
                    List.of(cases.at(Stage.CITY_REVIEW, institution), cases.at(Stage.CITY_REVIEW, institution));
            List<Ordered> orders = batches.stream().map(BatchCases::ordered).toList();
            RequestKey key = key();

            killed = everyStep.killedAt(steps, () -> many.act(orders, pass, by, key));

            batches.forEach(this::assertPassedWhollyOrNotAtAll);
            List<Stage> stages = batches.stream().map(batch -> cases.now(batch).stage()).toList();
            halfDone += stages.equals(List.of(Stage.CITY_REVIEWED, Stage.CITY_REVIEW)) ? 1 : 0;
            assertThat(stages).isNotEqualTo(List.of(Stage.CITY_REVIEW, Stage.CITY_REVIEWED));
            assertThat(many.act(orders, pass, by, key)).extracting(Outcome::done)
                    .isEqualTo(batches.stream().map(batch -> Done.of(cases.now(batch))).toList());
            batches.forEach(batch -> assertThat(acts(batch)).containsOnlyOnce("SUBMISSION_PASS"));
        }
        assertThat(halfDone).isGreaterThan(5);
    }

    private void assertPassedWhollyOrNotAtAll(Submission batch) {
        Submission now = cases.now(batch);
        if (now.stage() == Stage.CITY_REVIEW) {
            assertThat(now).isEqualTo(batch);
            assertThat(acts(batch)).doesNotContain("SUBMISSION_PASS");
        } else {
            assertThat(now.version()).isEqualTo(batch.version() + 1);
            assertThat(acts(batch)).containsOnlyOnce("SUBMISSION_PASS");
        }
    }

    private List<String> acts(Submission batch) {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number())).stream()
                .map(AuditEntry::act)
                .toList();
    }

    @Test
    void a_reason_is_added_and_changed_on_record_or_not_at_all() {
        String code = "K" + FreshNumbers.next();
        Staff lead = staff(Role.PROVINCE_LEAD, institution);
        assertThat(everyStep.kill(() -> reasons.add(code, "测试原因", lead))).isGreaterThan(3);
        assertThat(everyStep.kill(() -> reasons.change(code, new ReturnReasons.Change("另一原因", false), 0, lead)))
                .isGreaterThan(3);
    }

    private static RequestKey key() {
        return new RequestKey("tester", UUID.randomUUID().toString(), new byte[32]);
    }
}
