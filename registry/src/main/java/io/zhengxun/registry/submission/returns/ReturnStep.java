package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.submission.returns.Return.Evidence;
import java.time.Instant;

/**
 * One act done with a return.
 *
 * @param by username
 * @param at when it is done
 */
record ReturnStep(Return from, ReturnMoves.Move move, Doing doing, String by, Instant at) {

    /**
     * What somebody does with a return.
     *
     * @param notice of which it gives evidence; null where the institution was notified before
     * @param proof that what was due is done
     */
    record Doing(ReturnAct act, Notice notice, String proof) {}

    /** That the institution received the notice of return (T4). */
    record Notice(Instant receivedAt, Evidence evidence, String note) {}

    private Notice notice() {
        return doing.notice();
    }

    long id() {
        return from.id();
    }

    Instant notifiedAt() {
        return notice() == null ? from.notifiedAt() : notice().receivedAt();
    }

    Evidence evidence() {
        return notice() == null ? from.evidence() : notice().evidence();
    }

    String evidenceNote() {
        return notice() == null ? from.evidenceNote() : notice().note();
    }

    String evidenceBy() {
        return notice() == null ? from.evidenceBy() : by;
    }

    Instant correctedAt() {
        return move.to() == ReturnState.CORRECTED ? at : null;
    }

    /** What was due is done: the notice when it was received, the correction when it came. */
    Instant metAt() {
        return move.ends() == ReturnMoves.Period.PASSING_ON ? notifiedAt() : at;
    }
}
