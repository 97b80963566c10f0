package io.zhengxun.admin.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the variables of paths: things that exist, of the scope of own, city and the province. Bodies likewise,
 * where an empty form would be refused before the scope is looked at.
 */
final class PathFixtures {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();

    /** @param upTo the path up to and including the variable, e.g. {@code /api/uploads/{number}} */
    PathFixtures with(String upTo, Supplier<String> value) {
        values.put(upTo, value);
        return this;
    }

    /** @param route e.g. {@code POST /api/accounts} */
    PathFixtures withBody(String route, String json) {
        bodies.put(route, json);
        return this;
    }

    String filled(String path) {
        Matcher variable = VARIABLE.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String upTo = path.substring(0, variable.end());
            if (!values.containsKey(upTo)) {
                throw new AssertionError("No fixture stands for " + upTo + ": add one to AuthorisationMatrixTest.");
            }
            variable.appendReplacement(filled, Matcher.quoteReplacement(values.get(upTo).get()));
        }
        return variable.appendTail(filled).toString();
    }

    String body(Routes.Route route) {
        return bodies.getOrDefault(route.toString(), "{\"version\": 9}");
    }
}
