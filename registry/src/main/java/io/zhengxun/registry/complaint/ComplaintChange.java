package io.zhengxun.registry.complaint;

import java.time.Instant;

/** A complaint as an act makes it, built from how it was. */
final class ComplaintChange {

    private final Complaint from;
    private final ComplaintState state;
    private Long institutionId;
    private String assignedTo;
    private boolean asked;
    private Instant answeredAt;
    private Instant closedAt;
    private Instant reopenedAt;

    private ComplaintChange(Complaint from, ComplaintState state) {
        this.from = from;
        this.state = state;
        this.institutionId = from.institutionId();
        this.assignedTo = from.assignedTo();
        this.asked = from.asked();
        this.answeredAt = from.answeredAt();
        this.closedAt = from.closedAt();
        this.reopenedAt = from.reopenedAt();
    }

    static ComplaintChange of(Complaint from, ComplaintMoves.Move move) {
        return new ComplaintChange(from, move.to());
    }

    ComplaintChange assignedTo(String username) {
        assignedTo = username;
        return this;
    }

    ComplaintChange asking(long institution) {
        institutionId = institution;
        asked = true;
        return this;
    }

    ComplaintChange answeredAt(Instant at) {
        answeredAt = at;
        return this;
    }

    ComplaintChange closedAt(Instant at) {
        closedAt = at;
        return this;
    }

    ComplaintChange reopenedAt(Instant at) {
        reopenedAt = at;
        return this;
    }

    Complaint complaint() {
        return new Complaint(
                from.id(), from.number(), from.category(), state, institutionId, from.regionCode(), assignedTo, asked,
                from.filedAt(), answeredAt, closedAt, reopenedAt, from.dueOn(), from.version());
    }
}
