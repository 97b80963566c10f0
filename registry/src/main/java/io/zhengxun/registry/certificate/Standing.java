package io.zhengxun.registry.certificate;

/** Whether a certificate's data may be shown. */
public enum Standing {
    VALID,
    /** Its query is suspended while it is verified: answered without details (K8). */
    SUSPENDED,
    /** Deleted logically: never found by a query, always by the audit (K6). */
    DELETED
}
