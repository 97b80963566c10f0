package io.zhengxun.registry.consultation;

/** How far a consultation is. Chinese labels are the messages {@code consultation.state.<name>}. */
public enum ConsultationState {
    /** In the queue; nobody sees to it. */
    WAITING,
    /** Somebody of staff sees to it. */
    TAKEN,
    /** Answered; what the person says soon after brings it back. */
    ANSWERED,
    /** By staff, for good. */
    CLOSED;

    /** What can happen to one. */
    public enum Act {
        /** Staff: I see to it; also after another did. */
        TAKE,
        /** Staff. */
        ANSWER,
        /** Staff. */
        CLOSE,
        /** The person says more. */
        SAY
    }

    /** The state after an act; null if it is not possible. */
    ConsultationState after(Act act, boolean taken) {
        return switch (this) {
            case WAITING, TAKEN -> switch (act) {
                case TAKE -> TAKEN;
                case ANSWER -> ANSWERED;
                case CLOSE -> CLOSED;
                case SAY -> this;
            };
            case ANSWERED -> switch (act) {
                case TAKE -> null;
                case ANSWER -> ANSWERED;
                case CLOSE -> CLOSED;
                case SAY -> taken ? TAKEN : WAITING;
            };
            case CLOSED -> null;
        };
    }

    /** Whether the person waits for an answer. */
    public boolean isOpen() {
        return this == WAITING || this == TAKEN;
    }

    /** Whether staff may do it now. */
    public boolean allows(Act act) {
        return after(act, false) != null;
    }
}
