package io.zhengxun.registry.submission;

/** At whose desk a batch lies (Q4). */
public enum Desk {
    INSTITUTION,
    CITY,
    PROVINCE,
    MINISTRY,
    /** Published: nobody owes anything. */
    NONE
}
