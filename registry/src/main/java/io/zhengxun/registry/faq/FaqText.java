package io.zhengxun.registry.faq;

import java.nio.charset.StandardCharsets;

/**
 * The answer to an intent.
 *
 * @param intentCode one of the fixed codes of the rulebook's section 8
 * @param version 0 for the text that came with the program, 1 for the first that staff published
 * @param body what is answered
 * @param source on what it is based, in words that people understand; empty where nothing is claimed
 */
public record FaqText(String intentCode, int version, String body, String source) {

    /** What a passive reply of WeChat holds, in bytes of UTF-8. */
    public static final int MOST_BYTES = 2048;

    static final String SOURCE_LABEL = "依据：";

    /** What the person is sent: at most {@link #MOST_BYTES}. */
    public String reply() {
        return source.isEmpty() ? body : body + "\n" + SOURCE_LABEL + source;
    }

    int bytes() {
        return reply().getBytes(StandardCharsets.UTF_8).length;
    }
}
