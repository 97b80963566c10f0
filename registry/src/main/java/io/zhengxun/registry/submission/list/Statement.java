package io.zhengxun.registry.submission.list;

import java.util.ArrayList;
import java.util.List;

/** A statement in the making: its text has only names of ours, values are bound. */
final class Statement {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** @param part with a question mark for each value */
    Statement add(String part, Object... bound) {
        int from = 0;
        for (Object value : bound) {
            int mark = part.indexOf('?', from);
            text.append(part, from, mark).append("#{s.values[").append(values.size()).append("]}");
            values.add(value);
            from = mark + 1;
        }
        text.append(part, from, part.length());
        return this;
    }

    /** Nothing for null: any value will do. */
    Statement addIn(String column, List<?> any) {
        if (any == null) {
            return this;
        }
        if (any.size() == 1) {
            return add(" AND " + column + " = ?", any.get(0));
        }
        return add(" AND " + column + " IN (?" + ", ?".repeat(any.size() - 1) + ")", any.toArray());
    }

    public String getText() {
        return text.toString();
    }

    public List<Object> getValues() {
        return values;
    }
}
