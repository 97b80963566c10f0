package io.zhengxun.registry.faq;

import java.time.Instant;

/**
 * A text that was published once.
 *
 * @param restoredFrom the earlier version that was taken up again; null if it was written anew
 * @param publishedBy username; null of version 0, which came with the program
 * @param publishedAt null of version 0
 */
public record FaqVersion(FaqText text, Integer restoredFrom, String publishedBy, Instant publishedAt) {

    static FaqVersion builtIn(FaqText text) {
        return new FaqVersion(text, null, null, null);
    }
}
