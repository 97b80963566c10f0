package io.zhengxun.registry.issuance;

/** What a person can do with a registered issuance. */
public enum IssuanceAct {
    /** Its institution uploads a batch that answers it. */
    ANSWER,
    /** Its institution amends the count. */
    AMEND,
    /** Its institution cancels it. */
    CANCEL,
    /** The province lead admits it past D8 (T6). */
    ADMIT
}
