package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person adds to an act in free text; empty if nothing. It goes to the trail, which keeps no ID number of a holder
 * (Q6).
 */
record Remark(String text) {

    private static final int LONGEST = 500;
    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[\\dXx](?![0-9A-Za-z])");

    /** @throws FieldsRefused for a text that is too long or names an ID number */
    Remark {
        text = text == null ? "" : text.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw refused("too-long", String.valueOf(LONGEST));
        }
        if (ID_NUMBER.matcher(text).find()) {
            throw refused("holds-id-number");
        }
    }

    /** @throws FieldsRefused if there is no text */
    Remark required() {
        if (text.isEmpty()) {
            throw refused("remark-required");
        }
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private static FieldsRefused refused(String code, String... arguments) {
        return new FieldsRefused("W4", List.of(FieldFlaw.of("remark", code, arguments)));
    }
}
