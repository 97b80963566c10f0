package io.zhengxun.registry.appointment;

import io.zhengxun.registry.appointment.Details.Phones;
import io.zhengxun.registry.appointment.Details.Recommendation;
import io.zhengxun.registry.appointment.Details.Unit;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong in the fields of Annex 2: all of it at once. Values never get into a flaw. */
final class DetailsCheck {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() （）、,，转-]{5,40}");
    private static final Pattern QQ = Pattern.compile("([1-9][0-9]{4,11})?");

    private final List<FieldFlaw> flaws = new ArrayList<>();

    DetailsCheck(Details details, LocalDate today) {
        Unit unit = details.unit() == null ? new Unit(null, null, null, null) : details.unit();
        text("unit.name", unit.name(), 100);
        text("unit.address", unit.address(), 200);
        text("unit.head", unit.head(), 50);
        matches("unit.headPhone", unit.headPhone(), PHONE, "appointment.phone");
        text("post", details.post(), 50);
        phones(details.phones() == null ? new Phones(null, null, null) : details.phones());
        text("publicContact", details.publicContact(), 200);
        if (details.remarks() != null && details.remarks().length() > 500) {
            flaws.add(FieldFlaw.of("remarks", "appointment.remarks", "500"));
        } else if (details.remarks() != null && !VisibleText.holds(details.remarks())) {
            flaws.add(FieldFlaw.of("remarks", "invisible-characters"));
        }
        recommendation(
                details.recommendation() == null ? new Recommendation(null, null) : details.recommendation(), today);
    }

    List<FieldFlaw> flaws() {
        return flaws;
    }

    /** The mobile is the person's own and required; the office phone may be shared. */
    private void phones(Phones phones) {
        matches("phones.office", phones.office(), PHONE, "appointment.phone");
        matches("phones.mobile", phones.mobile(), MOBILE, "appointment.mobile");
        matches("phones.qq", phones.qq() == null ? "" : phones.qq(), QQ, "appointment.qq");
    }

    private void recommendation(Recommendation recommendation, LocalDate today) {
        text("recommendation.by", recommendation.by(), 100);
        if (recommendation.on() == null || recommendation.on().isAfter(today)) {
            flaws.add(FieldFlaw.of("recommendation.on", "appointment.past-day"));
        }
    }

    private void text(String field, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            flaws.add(FieldFlaw.of(field, "appointment.text", String.valueOf(longest)));
        } else if (!VisibleText.holdsLine(value)) {
            flaws.add(FieldFlaw.of(field, "one-line"));
        }
    }

    private void matches(String field, String value, Pattern pattern, String code) {
        if (value == null || !pattern.matcher(value).matches()) {
            flaws.add(FieldFlaw.of(field, code));
        }
    }
}
