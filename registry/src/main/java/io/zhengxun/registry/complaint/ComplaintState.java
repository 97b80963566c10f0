package io.zhengxun.registry.complaint;

/**
 * How far a complaint is (X1). How it goes from one to the next: {@link ComplaintMoves}. Chinese labels are the messages
 * {@code complaint.state.<name>}.
 */
public enum ComplaintState {
    /** Filed: nobody has taken it up. */
    RECEIVED,
    /** Somebody of the centre deals with it. */
    ASSIGNED,
    /** The institution owes a statement. */
    STATEMENT_ASKED,
    /** The holder has an answer. */
    ANSWERED,
    CLOSED,
    /** The holder is not content; once only. */
    REOPENED
}
