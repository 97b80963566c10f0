package io.zhengxun.registry.account;

import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is wrong in the form of an account: all of it at once. */
@Component
class AccountForm {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,63}");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_EXTERNAL_ID = 200;

    private final Institutions institutions;
    private final Regions regions;

    AccountForm(Institutions institutions, Regions regions) {
        this.institutions = institutions;
        this.regions = regions;
    }

    List<FieldFlaw> flaws(NewAccount account) {
        List<FieldFlaw> flaws = new ArrayList<>();
        if (account.username() == null || !USERNAME.matcher(account.username()).matches()) {
            flaws.add(FieldFlaw.of("username", "username.form"));
        }
        flaws.addAll(flaws(account.name(), account.role(), account.scope(), account.externalId()));
        return flaws;
    }

    List<FieldFlaw> flaws(AccountChange change) {
        return flaws(change.name(), change.role(), change.scope(), change.externalId());
    }

    private List<FieldFlaw> flaws(String name, Role role, Scope scope, String externalId) {
        List<FieldFlaw> flaws = new ArrayList<>();
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            flaws.add(FieldFlaw.of("name", "account.name", String.valueOf(LONGEST_NAME)));
        } else if (!VisibleText.holdsLine(name)) {
            flaws.add(FieldFlaw.of("name", "one-line"));
        }
        if (role == null) {
            flaws.add(FieldFlaw.of("role", "account.role"));
        } else if (scope == null || role.scope() != scope.kind() || !exists(scope)) {
            flaws.add(scopeFlaw(role));
        }
        if (externalId != null && (externalId.isBlank() || externalId.length() > LONGEST_EXTERNAL_ID)) {
            flaws.add(FieldFlaw.of("externalId", "account.external-id", String.valueOf(LONGEST_EXTERNAL_ID)));
        } else if (externalId != null && !VisibleText.holdsLine(externalId)) {
            flaws.add(FieldFlaw.of("externalId", "one-line"));
        }
        return flaws;
    }

    private static FieldFlaw scopeFlaw(Role role) {
        return switch (role.scope()) {
            case INSTITUTION -> FieldFlaw.of("institution", "account.institution");
            case CITY -> FieldFlaw.of("city", "account.city");
            case PROVINCE -> FieldFlaw.of("role", "account.province");
        };
    }

    private boolean exists(Scope scope) {
        return switch (scope.kind()) {
            case INSTITUTION -> institutions.find(scope.institutionId()).isPresent();
            case CITY -> regions.find(scope.regionCode())
                    .filter(region -> region.kind() == Region.Kind.CITY)
                    .isPresent();
            case PROVINCE -> true;
        };
    }
}
