package io.zhengxun.standalone.simulator.message;

import java.util.List;

/**
 * A message's form, as it was chosen in the platform's console.
 *
 * @param route the one way that takes it: ids are not interchangeable
 * @param kind what it is made for; the platform itself knows only titles
 */
record Template(String id, Route route, String kind, String title, List<Field> fields) {

    /**
     * @param key its rule and a number, such as {@code thing1}
     * @param label what stands before the value
     * @param values the only ones it takes; empty for all that the rule allows
     */
    record Field(String key, String label, List<String> values) {

        Field {
            values = values == null ? List.of() : List.copyOf(values);
        }

        boolean allows(String value) {
            return values.isEmpty() ? FieldRule.of(key).allows(value) : values.contains(value);
        }
    }

    /** As the list of templates writes it: {@code 机构：{{thing1.DATA}}}. */
    String content() {
        StringBuilder content = new StringBuilder();
        fields.forEach(field -> content.append(field.label()).append("：{{").append(field.key()).append(".DATA}}\n"));
        return content.toString();
    }
}
