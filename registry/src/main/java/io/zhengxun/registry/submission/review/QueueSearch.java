package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Stage;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A page of a queue as the database is asked for it. Every search has one index in whose order it reads, so that the
 * thousandth page costs what the first does; the optimiser, left alone, would now and then sort a whole queue.
 *
 * @param regionCode of a city, null for the province and an institution
 * @param institutionId null for all
 * @param stage null for all
 * @param handler null for all
 * @param dueUntil last day, null for no limit
 * @param after null for the first page
 */
record QueueSearch(
        Desk desk,
        String regionCode,
        Long institutionId,
        Stage stage,
        String handler,
        LocalDate dueUntil,
        QueueKey after,
        int limit) {

    /** False for a stage at which no batch lies at this desk: looking for one would read all batches of the stage. */
    boolean canFindAny() {
        return stage == null
                || Stream.of(Tier.values()).anyMatch(tier -> stage.occursFor(tier) && stage.desk(tier) == desk);
    }

    /**
     * The index to read. A person's and an institution's open work is little, whatever else is asked of it; of the rest
     * each stage has its own order.
     */
    String index() {
        if (handler != null) {
            return "ix_submission_queue_handler";
        }
        if (institutionId != null) {
            return "ix_submission_queue_institution";
        }
        if (stageRegion() != null) {
            return stage == null ? "ix_submission_queue_region" : "ix_submission_queue_region_stage";
        }
        return stage == null ? "ix_submission_queue" : "ix_submission_queue_stage";
    }

    /** What the province has received itself lies in its own region; the cities' received batches are many (W1). */
    String stageRegion() {
        return desk == Desk.PROVINCE && stage == Stage.RECEIVED ? Region.PROVINCE_CODE : regionCode;
    }
}
