package io.zhengxun.registry.institution;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is wrong in a form about an institution: all of it at once. */
@Component
class InstitutionCheck {

    private static final int PREFIX_LENGTH = 13;
    private static final Pattern PREFIX = Pattern.compile("[YS][0-9]{4}44[0-9]{6}");
    private static final int LONGEST_NAME = 100;
    private static final Pattern PHONE = Pattern.compile("[0-9+() （）、,，转-]{5,40}");

    private final InstitutionMapper mapper;
    private final Regions regions;

    InstitutionCheck(InstitutionMapper mapper, Regions regions) {
        this.mapper = mapper;
        this.regions = regions;
    }

    List<FieldFlaw> flaws(InstitutionForm form) {
        List<FieldFlaw> flaws = new ArrayList<>();
        prefix(form.numberPrefix(), flaws);
        flaws.addAll(flaws(form.name(), form.phone(), null));
        place(form, flaws);
        return flaws;
    }

    /** @param own the institution whose name it may be already; null for a new one */
    List<FieldFlaw> flaws(String name, String phone, Institution own) {
        List<FieldFlaw> flaws = new ArrayList<>();
        int length = name == null ? 0 : name.strip().length();
        if (length < 2 || length > LONGEST_NAME) {
            flaws.add(FieldFlaw.of("name", "institution.name", String.valueOf(LONGEST_NAME)));
        } else if (!VisibleText.holdsLine(name)) {
            flaws.add(FieldFlaw.of("name", "one-line"));
        } else {
            Institution named = mapper.byName(name.strip());
            if (named != null && (own == null || named.id() != own.id())) {
                flaws.add(FieldFlaw.of("name", "institution.name-taken", named.numberPrefix()));
            }
        }
        if (phone == null || !PHONE.matcher(phone.strip()).matches()) {
            flaws.add(FieldFlaw.of("phone", "institution.phone"));
        }
        return flaws;
    }

    /** Positions 1–13 of the numbers that it will issue (C3). */
    private void prefix(String prefix, List<FieldFlaw> flaws) {
        if (prefix == null || prefix.length() != PREFIX_LENGTH) {
            flaws.add(FieldFlaw.of("numberPrefix", "institution.prefix-length"));
        } else if (!PREFIX.matcher(prefix).matches()) {
            flaws.add(FieldFlaw.of("numberPrefix", "institution.prefix"));
        } else if (mapper.byNumberPrefix(prefix) != null) {
            flaws.add(FieldFlaw.of("numberPrefix", "institution.prefix-taken", mapper.byNumberPrefix(prefix).name()));
        }
    }

    /** A municipal institution reports to its city, a provincial one to the province (W1). */
    private void place(InstitutionForm form, List<FieldFlaw> flaws) {
        if (form.tier() == null) {
            flaws.add(FieldFlaw.of("tier", "institution.tier"));
            return;
        }
        Region.Kind needed = form.tier() == Tier.MUNICIPAL ? Region.Kind.CITY : Region.Kind.PROVINCE;
        boolean fits = form.regionCode() != null
                && regions.find(form.regionCode()).filter(region -> region.kind() == needed).isPresent();
        if (!fits) {
            flaws.add(FieldFlaw.of("regionCode",
                    form.tier() == Tier.MUNICIPAL ? "institution.city" : "institution.province", Region.PROVINCE_CODE));
        }
    }
}
