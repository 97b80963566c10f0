package io.zhengxun.registry.faq;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as staff write it: once it exists it fits a reply of WeChat's, and says where what it claims is written.
 *
 * @param claims whether it says more than what the bot itself does, so that it needs a source
 */
record FaqForm(String body, String source, boolean claims) {

    /** An annex, a document's number, an article, or a rule of the rulebook. */
    private static final Pattern SOURCE =
            Pattern.compile("附件\\s?\\d|〔\\d{4}〕\\s?\\d+\\s?号|第[一二三四五六七八九十百\\d]+条|\\b[A-Z]\\d{1,2}\\b");

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
        if (claims && source.isEmpty() || !source.isEmpty() && !SOURCE.matcher(source).find()) {
            flaws.add(FieldFlaw.of("source", "faq.no-source"));
        }
        FieldsRefused.throwIfAny("", flaws);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
