package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A reason as staff write it: right in every field once it exists. The wording becomes an alert, which is short. */
record ReturnReasonForm(String code, String wording) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");
    private static final int SHORTEST_WORDING = 2;
    private static final int LONGEST_WORDING = 60;

    /** @throws FieldsRefused with every field that is wrong */
    ReturnReasonForm {
        code = code == null ? "" : code.strip();
        wording = wording == null ? "" : wording.strip();
        List<FieldFlaw> flaws = new ArrayList<>();
        if (!CODE.matcher(code).matches()) {
            flaws.add(FieldFlaw.of("code", "return-reason.code"));
        }
        int length = wording.codePointCount(0, wording.length());
        if (length < SHORTEST_WORDING || length > LONGEST_WORDING) {
            flaws.add(FieldFlaw.of("wording", "return-reason.wording",
                    String.valueOf(SHORTEST_WORDING), String.valueOf(LONGEST_WORDING)));
        } else if (!VisibleText.holdsLine(wording)) {
            flaws.add(FieldFlaw.of("wording", "one-line"));
        }
        FieldsRefused.throwIfAny("R2", flaws);
    }
}
