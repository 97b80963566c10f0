package io.zhengxun.registry.submission.list;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values of the columns that lists are filtered by; null for any.
 *
 * @param groups of {@code list_group}: bit 0 says late, bit 1 correction
 */
record Pick(List<Long> institutions, String region, List<Stage> stages, List<Integer> groups) {

    private static final List<Integer> GROUPS = List.of(0, 1, 2, 3);
    private static final int LATE = 1;
    private static final int CORRECTION = 2;

    static Pick of(BatchFilter filter, Scope scope) {
        return new Pick(
                institutions(filter, scope),
                region(filter, scope),
                filter.stage() == null ? null : List.of(filter.stage()),
                groups(filter));
    }

    private static List<Long> institutions(BatchFilter filter, Scope scope) {
        if (scope.kind() != Scope.Kind.INSTITUTION) {
            return filter.institutions();
        }
        boolean excluded = filter.institutions() != null && !filter.institutions().contains(scope.institutionId());
        return excluded ? List.of() : List.of(scope.institutionId());
    }

    /** A city sees itself only, whatever it asks for. */
    private static String region(BatchFilter filter, Scope scope) {
        if (scope.kind() != Scope.Kind.CITY) {
            return filter.city();
        }
        return filter.city() == null || filter.city().equals(scope.regionCode()) ? scope.regionCode() : "";
    }

    private static List<Integer> groups(BatchFilter filter) {
        if (filter.kind() == null && !filter.lateOnly()) {
            return null;
        }
        return GROUPS.stream()
                .filter(group -> !filter.lateOnly() || (group & LATE) != 0)
                .filter(group -> filter.kind() == null
                        || ((group & CORRECTION) != 0) == (filter.kind() == Submission.Kind.CORRECTION))
                .toList();
    }

    boolean isNothing() {
        return institutions != null && institutions.isEmpty() || "".equals(region);
    }

    /** One for each institution; the region, if any, is compared in the row. */
    List<Pick> byInstitution() {
        return institutions == null
                ? List.of(this)
                : institutions.stream().map(one -> new Pick(List.of(one), region, stages, groups)).toList();
    }

    /** One for each stage and group: each is a single stretch of an index. */
    List<Pick> byStageAndGroup() {
        List<Pick> picks = new ArrayList<>();
        for (Stage stage : stages == null ? Arrays.asList(Stage.values()) : stages) {
            for (Integer group : groups == null ? GROUPS : groups) {
                picks.add(new Pick(institutions, region, List.of(stage), List.of(group)));
            }
        }
        return picks;
    }
}
