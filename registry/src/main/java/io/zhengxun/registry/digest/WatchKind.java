package io.zhengxun.registry.digest;

/** What is done once on a working day, by whichever instance comes first. */
enum WatchKind {
    /** Alerts of deadlines and escalations (T5, T7). */
    DEADLINES,
    /** The centres' summaries. */
    SUMMARY
}
