package io.zhengxun.registry.notice;

/** What a notice tells. Chinese labels are the messages {@code notice.kind.<name>}. */
public enum NoticeKind {
    /** To an institution: rows were returned (T4). */
    RETURN,
    /** To who owes: what is due soon or overdue, in one digest (T5). */
    DEADLINES,
    /** To the level above: what its institutions or cities missed (T7). */
    ESCALATION,
    /** To a centre's staff in the morning of a working day: what waits on their desk. */
    SUMMARY,
    /** To a holder who asked for it: the certificate is published. */
    PUBLISHED,
    /** To a holder who asked for it: the data went back for correction (Q4). */
    RETURNED,
    /** To who asked staff something: they answered. */
    ANSWER,
    /** To who filed a complaint: how it stands now (X1). */
    COMPLAINT,
    /** To one contact, by staff: whether the channel works. */
    TEST
}
