package io.zhengxun.registry.submission.returns;

/** What can be done with a return. Which of it when, by whom and to what end: {@link ReturnMoves}. */
public enum ReturnAct {
    /** The institution says that it received the notice (T4). */
    ACKNOWLEDGE,
    /** A channel confirms that a notice arrived (T4): done by the system, no person may. */
    DELIVER,
    /** Staff record that it received the notice by telephone or letter (T4). */
    RECORD_RECEIPT,
    /** The correction of all its rows comes (R2). */
    CORRECT
}
