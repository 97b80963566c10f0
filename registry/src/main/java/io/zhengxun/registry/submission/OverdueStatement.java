package io.zhengxun.registry.submission;

import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Annex 3: why a batch comes later than D1 (T6). As somebody wrote it: any of it may be missing.
 *
 * @param institution its name, as filed
 * @param head the institution's head, who answers for it
 * @param statedOn the day on which it was signed
 */
public record OverdueStatement(String reason, String institution, String head, LocalDate statedOn) {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_HEAD = 60;

    /** Nothing was written at all. */
    static final OverdueStatement NONE = new OverdueStatement(null, null, null, null);

    public OverdueStatement {
        reason = stripped(reason);
        institution = stripped(institution);
        head = stripped(head);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** Every field that is missing or wrong. */
    List<FieldFlaw> flaws(Institution of, LocalDate today) {
        List<FieldFlaw> flaws = new ArrayList<>();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            flaws.add(flaw("reason", String.valueOf(LONGEST_REASON)));
        } else if (!VisibleText.holds(reason)) {
            flaws.add(FieldFlaw.of("overdueStatement.reason", "invisible-characters"));
        }
        if (!levelled(institution).equals(levelled(of.name()))) {
            flaws.add(flaw("institution", of.name()));
        }
        if (head.isEmpty() || head.length() > LONGEST_HEAD) {
            flaws.add(flaw("head", String.valueOf(LONGEST_HEAD)));
        } else if (!VisibleText.holdsLine(head)) {
            flaws.add(FieldFlaw.of("overdueStatement.head", "one-line"));
        }
        if (statedOn == null || statedOn.isAfter(today)) {
            flaws.add(flaw("date"));
        }
        return flaws;
    }

    private static FieldFlaw flaw(String field, String... arguments) {
        return FieldFlaw.of("overdueStatement." + field, "overdue." + field, arguments);
    }

    /** Brackets of both widths and stray spaces do not make another institution. */
    private static String levelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    /** Without the head's name: it may get into a log. */
    @Override
    public String toString() {
        return "OverdueStatement of " + statedOn;
    }
}
