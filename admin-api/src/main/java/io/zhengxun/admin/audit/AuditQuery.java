package io.zhengxun.admin.audit;

import io.swagger.v3.oas.annotations.Parameter;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.registry.audit.AuditFilter;
import io.zhengxun.registry.audit.AuditKey;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which entries are asked for, as the request says it; each of them may be absent. */
record AuditQuery(
        @Parameter(description = "起始日期（含），如 2026-11-01") String from,
        @Parameter(description = "截止日期（含），如 2026-11-30") String until,
        @Parameter(description = "操作人的用户名") String username,
        @Parameter(description = "操作，如 SUBMISSION_APPROVED") String act,
        @Parameter(description = "对象的种类，如 SUBMISSION；与 subjectKey 一起使用") String subjectKind,
        @Parameter(description = "对象，如批次号") String subjectKey,
        @Parameter(description = "上一页的 next") String after,
        @Parameter(description = "每页条数，1–200，默认 50") String limit) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final Pattern KEY = Pattern.compile("(\\d{1,13})-(\\d{1,18})");

    AuditFilter filter() {
        return new AuditFilter(start(), end(), given(username), given(act), subject());
    }

    /** Null for the first page. */
    AuditKey key() {
        if (given(after) == null) {
            return null;
        }
        Matcher parts = KEY.matcher(after);
        if (!parts.matches()) {
            throw new ParameterRefused("page-key");
        }
        return new AuditKey(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
    }

    static String text(AuditKey key) {
        return key.at().toEpochMilli() + "-" + key.id();
    }

    int size() {
        String text = given(limit);
        if (text == null) {
            return DEFAULT;
        }
        int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > MOST) {
            throw new ParameterRefused("page-limit", String.valueOf(MOST));
        }
        return size;
    }

    private Instant start() {
        LocalDate day = day("from", from);
        return day == null ? null : day.atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private Instant end() {
        LocalDate day = day("until", until);
        return day == null ? null : LegalTime.endOf(day);
    }

    private Deed.Subject subject() {
        if (given(subjectKind) == null && given(subjectKey) == null) {
            return null;
        }
        return Arrays.stream(Deed.Subject.Kind.values())
                .filter(kind -> kind.name().equals(subjectKind) && given(subjectKey) != null)
                .map(kind -> new Deed.Subject(kind, subjectKey))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("audit-subject"));
    }

    private static LocalDate day(String parameter, String text) {
        if (given(text) == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() <= 9000) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new ParameterRefused("audit-day", parameter);
        }
        throw new ParameterRefused("audit-day", parameter);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
