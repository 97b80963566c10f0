package io.zhengxun.registry.complaint;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.List;

/** What somebody writes about a complaint. */
public record ComplaintText(String plain) {

    /** In characters as people count them. */
    public static final int LONGEST = 1000;

    /** Of an answer: with all else that is said of it, it fits into one message of the chat (2048 bytes). */
    public static final int LONGEST_ANSWER = 500;

    /** @throws FieldsRefused if it is empty, too long, or holds what cannot be seen */
    public ComplaintText {
        plain = plain == null ? "" : plain.strip();
        if (plain.isEmpty()) {
            throw flawed("complaint.text-missing");
        }
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            throw flawed("too-long", String.valueOf(LONGEST));
        }
        if (!VisibleText.holds(plain)) {
            throw flawed("invisible-characters");
        }
    }

    /** @throws FieldsRefused if it is longer than an answer may be */
    ComplaintText asAnswer() {
        if (plain.codePointCount(0, plain.length()) > LONGEST_ANSWER) {
            throw flawed("too-long", String.valueOf(LONGEST_ANSWER));
        }
        return this;
    }

    private static FieldsRefused flawed(String code, String... arguments) {
        return new FieldsRefused("X1", List.of(FieldFlaw.of("text", code, arguments)));
    }

    /** Of a message: without what cannot be seen, which emoji are joined with. */
    public static String visible(String message) {
        StringBuilder visible = new StringBuilder();
        message.codePoints()
                .filter(c -> VisibleText.holds(Character.toString(c)))
                .forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "ComplaintText[" + plain.length() + " characters]";
    }
}
