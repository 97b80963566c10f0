package io.zhengxun.registry.question;

import java.time.Instant;

/** What staff said means an intent: whoever writes the same gets its answer. */
public record TaughtPhrasing(long id, String text, String intentCode, String taughtBy, Instant taughtAt) {}
