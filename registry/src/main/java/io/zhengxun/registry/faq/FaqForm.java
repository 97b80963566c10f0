package io.zhengxun.registry.faq;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A text as staff write it: once it exists it fits a reply of WeChat's. */
record FaqForm(String body, String source) {

    private static final int LONGEST_SOURCE = 200;

    /** @throws FieldsRefused with every field that is wrong */
    FaqForm {
        body = stripped(body);
        source = stripped(source);
        List<FieldFlaw> flaws = new ArrayList<>();
        int bytes = new FaqText("", 0, body, source).bytes();
        if (body.isEmpty()) {
            flaws.add(FieldFlaw.of("body", "faq.empty"));
        } else if (!VisibleText.holds(body)) {
            flaws.add(FieldFlaw.of("body", "faq.invisible"));
        } else if (bytes > FaqText.MOST_BYTES) {
            flaws.add(FieldFlaw.of("body", "faq.too-long", String.valueOf(bytes), String.valueOf(FaqText.MOST_BYTES)));
        }
        if (!VisibleText.holdsLine(source)) {
            flaws.add(FieldFlaw.of("source", "one-line"));
        } else if (source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
            flaws.add(FieldFlaw.of("source", "faq.source", String.valueOf(LONGEST_SOURCE)));
        }
        FieldsRefused.throwIfAny("", flaws);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
