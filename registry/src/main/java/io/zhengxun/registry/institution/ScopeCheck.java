package io.zhengxun.registry.institution;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the lines of a filed scope (C4): what can be filed, and every flaw of every line. A line twice is one. */
final class ScopeCheck {

    static final int MOST_LINES = 5_000;

    private static final int LONGEST_OCCUPATION = 60;

    private final List<FieldFlaw> flaws = new ArrayList<>();
    private final Set<FiledScope.Line> lines = new LinkedHashSet<>();

    ScopeCheck(List<ScopeLine> written) {
        if (written == null || written.isEmpty()) {
            flaws.add(FieldFlaw.of("scope", "institution.scope-empty"));
        } else if (written.size() > MOST_LINES) {
            flaws.add(FieldFlaw.of("scope", "institution.scope-long", String.valueOf(MOST_LINES)));
        } else {
            written.forEach(this::read);
        }
    }

    private void read(ScopeLine line) {
        String occupation = line.occupation() == null ? "" : line.occupation().strip();
        boolean usable = !occupation.isEmpty()
                && occupation.length() <= LONGEST_OCCUPATION
                && VisibleText.holdsLine(occupation);
        if (!usable && !VisibleText.holdsLine(occupation)) {
            flaws.add(FieldFlaw.of(line.place() + ".occupation", "one-line"));
        } else if (!usable) {
            flaws.add(FieldFlaw.of(
                    line.place() + ".occupation", "institution.occupation", String.valueOf(LONGEST_OCCUPATION)));
        }
        Reading<Level> level = Level.read(line.level() == null ? "" : line.level());
        if (level.accepted().isEmpty()) {
            flaws.add(FieldFlaw.of(line.place() + ".levels", "institution.level",
                    level.flaws().get(0).arguments().toArray(String[]::new)));
        } else if (usable) {
            lines.add(new FiledScope.Line(occupation, level.accepted().get()));
        }
    }

    List<FieldFlaw> flaws() {
        return flaws;
    }

    List<FiledScope.Line> lines() {
        return List.copyOf(lines);
    }
}
