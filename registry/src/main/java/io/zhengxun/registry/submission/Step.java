package io.zhengxun.registry.submission;

import io.zhengxun.registry.submission.Moves.Move;
import java.time.Instant;

/** One act done with a batch: how the batch is afterwards. */
record Step(Submission from, Move move, String by, Instant at) {

    Submission result() {
        boolean changesDesk = from.desk() != move.to().desk(from.tier());
        boolean changesStage = from.stage() != move.to();
        return new Submission(
                from.id(), from.number(), from.kind(), from.institutionId(), from.tier(), from.regionCode(),
                move.to(),
                changesStage ? at : from.stageSince(),
                changesDesk ? at : from.deskReceivedAt(),
                from.dueOn(), from.rowCount(), from.carriedRows(), from.lateRows(), from.issuanceId(),
                from.answersReturnId(),
                handler(changesDesk),
                reviewedBy(changesDesk),
                approvedBy(changesDesk),
                move.act(), by, at, from.submittedBy(), from.createdAt(), from.version() + 1,
                changesDesk ? null : from.reviewers());
    }

    private String handler(boolean changesDesk) {
        if (move.act() == Act.TAKE_UP) {
            return by;
        }
        return changesDesk ? null : from.handler();
    }

    private String reviewedBy(boolean changesDesk) {
        return switch (move.act()) {
            case PASS -> by;
            case SEND_BACK -> null;
            default -> changesDesk ? null : from.reviewedBy();
        };
    }

    private String approvedBy(boolean changesDesk) {
        if (move.act() == Act.APPROVE) {
            return by;
        }
        return changesDesk ? null : from.approvedBy();
    }
}
