package io.zhengxun.registry.question;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Phrasings as staff write them: short, and without anybody's number (Q6). */
record PhrasingForm(List<String> phrasings) {

    private static final int MOST = 20;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    /** Five digits, also with signs between them or in words, longer codes, and addresses. */
    private static final Pattern NUMBER = Pattern.compile(
            "[0-9０-９](?:[\\s\\p{P}]*[0-9０-９]){4,}|[零〇一二三四五六七八九十幺两]{5,}|[@＠]|[A-Za-z0-9]*[0-9][A-Za-z0-9]{5,}");

    /** @throws FieldsRefused with every line that is wrong */
    PhrasingForm {
        phrasings = phrasings == null
                ? List.of()
                : phrasings.stream().filter(Objects::nonNull).map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
        List<FieldFlaw> flaws = new ArrayList<>();
        if (phrasings.isEmpty() || phrasings.size() > MOST) {
            flaws.add(FieldFlaw.of("phrasings", "phrasing.count", String.valueOf(MOST)));
        }
        for (String line : phrasings) {
            int length = line.codePointCount(0, line.length());
            if (length < SHORTEST || length > LONGEST || !VisibleText.holdsLine(line)) {
                flaws.add(FieldFlaw.of("phrasings", "phrasing.line", String.valueOf(SHORTEST), String.valueOf(LONGEST)));
            } else if (NUMBER.matcher(line).find()) {
                flaws.add(FieldFlaw.of("phrasings", "phrasing.number"));
            }
        }
        FieldsRefused.throwIfAny("Q6", flaws);
    }
}
