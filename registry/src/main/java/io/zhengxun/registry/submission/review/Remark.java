package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.privacy.Masking;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person adds to an act in free text; empty if nothing. It goes to the trail, which keeps no ID number of a holder
 * (Q6).
 */
public record Remark(String text) {

    private static final int LONGEST = 500;
    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[\\dXx](?![0-9A-Za-z])");

    /** @throws FieldsRefused for what {@link #flaw} tells of the text */
    public Remark {
        text = text == null ? "" : text.strip();
        flaw("remark", text).ifPresent(flaw -> {
            throw new FieldsRefused("W4", List.of(flaw));
        });
    }

    /** What is wrong with a free text: it is too long, names an ID number or holds what cannot be seen. */
    public static Optional<FieldFlaw> flaw(String field, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of(FieldFlaw.of(field, "too-long", String.valueOf(LONGEST)));
        }
        if (!VisibleText.holds(text)) {
            return Optional.of(FieldFlaw.of(field, "invisible-characters"));
        }
        return ID_NUMBER.matcher(text).find() ? Optional.of(FieldFlaw.of(field, "holds-id-number")) : Optional.empty();
    }

    /** A text of others, who need not know what the trail may keep: an ID number in it is masked (Q3, Q6). */
    public static String masked(String text) {
        return ID_NUMBER.matcher(text).replaceAll(number -> Masking.id(number.group()));
    }

    /** @throws FieldsRefused if there is no text */
    Remark required() {
        if (text.isEmpty()) {
            throw new FieldsRefused("W4", List.of(FieldFlaw.of("remark", "remark-required")));
        }
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
