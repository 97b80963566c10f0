package io.zhengxun.admin.parameter;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads parameters of a query and collects what is wrong with them; a wrong one reads as if it was not given, until
 * {@link #refuseIfWrong} names them all.
 */
public final class Parameters {

    /** How a list is to be answered: known everywhere. */
    private static final String FORMAT = "format";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final List<FieldFlaw> flaws = new ArrayList<>();

    /**
     * @param known has a component for each parameter that there is; a misspelt one would otherwise be a filter that is
     *     silently not applied
     */
    public Parameters(HttpServletRequest request, Class<? extends Record> known) {
        List<String> names =
                Arrays.stream(known.getRecordComponents()).map(RecordComponent::getName).toList();
        request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name) && !name.equals(FORMAT))
                .sorted()
                .forEach(name -> flaw(printable(name), "parameter.unknown", String.join("、", names)));
        oneOf(FORMAT, request.getParameter(FORMAT), List.of("json", "xlsx"));
    }

    /** What was typed goes into the answer only as far as a name of a parameter may look like. */
    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,40}") ? name : "?";
    }

    /** Null for what is not given or blank. */
    public String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public <E extends Enum<E>> E one(String name, String value, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String text = oneOf(name, value, names);
        return text == null ? null : Enum.valueOf(type, text);
    }

    private String oneOf(String name, String value, List<String> choices) {
        String text = text(value);
        if (text == null || choices.contains(text)) {
            return text;
        }
        flaw(name, "parameter.one-of", choices.stream().collect(Collectors.joining("、")));
        return null;
    }

    public boolean yes(String name, String value) {
        return "true".equals(oneOf(name, value, List.of("true", "false")));
    }

    public LocalDate day(String name, String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Answered below, like a day of another century.
        }
        flaw(name, "parameter.day", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        return null;
    }

    /** How many rows a page shall have. */
    public int limit(String value, int unlessGiven, int most) {
        String text = text(value);
        if (text == null) {
            return unlessGiven;
        }
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        flaw("limit", "parameter.limit", String.valueOf(most));
        return unlessGiven;
    }

    /** @param code see {@link FieldFlaw} */
    public void flaw(String name, String code, String... arguments) {
        flaws.add(FieldFlaw.of(name, code, arguments));
    }

    /** @throws FieldsRefused with all that is wrong */
    public void refuseIfWrong() {
        FieldsRefused.throwIfAny("", flaws);
    }
}
