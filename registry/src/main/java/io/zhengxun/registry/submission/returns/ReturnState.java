package io.zhengxun.registry.submission.returns;

/** How far a return is. How it goes from one to the next: {@link ReturnMoves}. */
public enum ReturnState {
    /** The institution is not known to have received the notice: no clock runs for it (T4). */
    RECORDED,
    /** It received the notice: the correction is due. */
    NOTIFIED,
    /** The correction came. */
    CORRECTED
}
