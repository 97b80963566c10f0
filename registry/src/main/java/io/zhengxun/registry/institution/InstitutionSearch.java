package io.zhengxun.registry.institution;

import java.util.regex.Pattern;

/**
 * Which institutions are looked for.
 *
 * @param prefix of the number prefix; null for any
 * @param name part of the name; null for any
 * @param region code; null for any
 * @param after number prefix of the last one seen; empty for the first page
 */
public record InstitutionSearch(Within scope, String prefix, String name, String region, String after, int limit) {

    private static final Pattern PREFIX = Pattern.compile("[YSys][0-9]{0,12}");

    /** Whose institutions may be seen: one institution, those of a region, or, with two nulls, all. */
    public record Within(Long institutionId, String regionCode) {}

    /** What a person typed: the beginning of a number, else part of a name. */
    public static InstitutionSearch typed(Within scope, String text, String region, String after, int limit) {
        boolean number = text != null && PREFIX.matcher(text).matches();
        return new InstitutionSearch(
                scope, number ? text.toUpperCase() : null, number ? null : text, region, after, limit);
    }

    /** The same from another place. */
    public InstitutionSearch next(String behind, int most) {
        return new InstitutionSearch(scope, prefix, name, region, behind, most);
    }

    /** Behind all that begins with the prefix: digits follow. */
    public String endOfPrefix() {
        return prefix + "~";
    }

    public String namePattern() {
        return "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
