package io.zhengxun.standalone.demo;

import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Stage;
import java.time.LocalDate;
import java.util.List;

/** The n-th batch of the demo: three in five are published, the others stand at every stage of the way (R1). */
record DemoBatch(int index) {

    static final int COUNT = DemoCertificate.COUNT / DemoCertificate.PER_BATCH;

    private static final List<Stage> STAGES = List.of(
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.RECEIVED, Stage.PUBLISHED, Stage.CITY_REVIEW,
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.CITY_APPROVED, Stage.PUBLISHED, Stage.PROVINCE_REVIEW,
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.SENT_TO_MINISTRY, Stage.PUBLISHED, Stage.RETURNED_BY_CITY,
            Stage.PUBLISHED, Stage.RETURNED_BY_PROVINCE, Stage.PUBLISHED, Stage.RETURNED_BY_MINISTRY, Stage.PUBLISHED,
            Stage.PROVINCE_APPROVED, Stage.PUBLISHED, Stage.PUBLISHED,
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.RECEIVED, Stage.PUBLISHED, Stage.CITY_REVIEWED,
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.CITY_APPROVED, Stage.PUBLISHED, Stage.PROVINCE_REVIEWED,
            Stage.PUBLISHED, Stage.PUBLISHED, Stage.SENT_TO_MINISTRY, Stage.PUBLISHED, Stage.RETURNED_BY_CITY,
            Stage.PUBLISHED, Stage.RETURNED_BY_PROVINCE, Stage.PUBLISHED, Stage.RETURNED_BY_MINISTRY, Stage.PUBLISHED,
            Stage.PROVINCE_APPROVED, Stage.PUBLISHED, Stage.PUBLISHED);

    DemoInstitution institution() {
        return new DemoInstitution(index % DemoInstitution.COUNT);
    }

    boolean isPublished() {
        return stage() == Stage.PUBLISHED;
    }

    Stage stage() {
        Stage stage = STAGES.get(index % STAGES.size());
        if (stage.occursFor(institution().tier())) {
            return stage;
        }
        return stage == Stage.RETURNED_BY_CITY ? Stage.RETURNED_BY_PROVINCE : Stage.PROVINCE_REVIEW;
    }

    /** At which it is recorded: a returned one at the desk that returns it then. */
    Stage begins() {
        return switch (stage()) {
            case RETURNED_BY_CITY -> Stage.CITY_REVIEW;
            case RETURNED_BY_PROVINCE -> Stage.PROVINCE_REVIEW;
            case RETURNED_BY_MINISTRY -> Stage.SENT_TO_MINISTRY;
            default -> stage();
        };
    }

    /** How many days before the seeding the batch came to its desk. */
    int daysAtDesk() {
        return 1 + index % 12;
    }

    LocalDate issuedRecently(LocalDate today) {
        return today.minusDays(daysAtDesk() + 10L + index % 9);
    }

    /** A published one went through all desks in thirty to fifty days, and is published today at the latest. */
    LocalDate publishedOn(LocalDate issuedOn, LocalDate today) {
        LocalDate published = issuedOn.plusDays(30L + index % 21);
        return published.isAfter(today) ? today : published;
    }

    /** Of two returned batches one institution has received the notice, the other not yet (T4). */
    boolean returnNotified() {
        return stage().isReturned() && index % 2 == 0;
    }

    Tier tier() {
        return institution().tier();
    }
}
