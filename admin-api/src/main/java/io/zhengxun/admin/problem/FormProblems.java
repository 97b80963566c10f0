package io.zhengxun.admin.problem;

import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;

/** Problems of forms: every field that is wrong, and never what was typed into it. */
final class FormProblems {

    /** Our code for each constraint of bean validation that forms use. */
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required", "NotBlank", "required", "NotEmpty", "required", "Size", "size", "typeMismatch", "type");

    private final ProblemTexts texts;
    private final MessageSource messages;

    FormProblems(ProblemTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** @param message as people read it */
    record FieldProblem(String field, String code, String message) {}

    List<FieldProblem> errors(FieldsRefused refusal) {
        return refusal.flaws().stream()
                .map(flaw -> new FieldProblem(flaw.field(), flaw.code(), texts.text(flaw)))
                .toList();
    }

    ProblemDetail problem(BindException refusal) {
        return fields(refusal.getFieldErrors().stream().map(this::error).toList());
    }

    /** @param code of the only flaw */
    ProblemDetail problem(String field, String code) {
        return fields(List.of(new FieldProblem(field, code, text(code))));
    }

    private FieldProblem error(FieldError error) {
        String code = CODES.getOrDefault(String.valueOf(error.getCode()), "other");
        return new FieldProblem(error.getField(), code, text(code));
    }

    /** JSON that cannot be read: the place in it, or the field. */
    ProblemDetail problem(HttpMessageNotReadableException refusal) {
        if (!(refusal.getCause() instanceof JacksonException unreadable)) {
            return texts.problem(HttpStatus.BAD_REQUEST, "json-missing");
        }
        if (!unreadable.getPath().isEmpty()) {
            return fields(List.of(new FieldProblem(path(unreadable), "type", typeText(unreadable))));
        }
        TokenStreamLocation place = unreadable.getLocation();
        return texts.problem(
                HttpStatus.BAD_REQUEST,
                "json",
                String.valueOf(place == null ? 1 : place.getLineNr()),
                String.valueOf(place == null ? 1 : place.getColumnNr()));
    }

    /** Of a field with few values it names them. */
    private String typeText(JacksonException unreadable) {
        if (unreadable instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            String values = Arrays.stream(wrong.getTargetType().getEnumConstants())
                    .map(value -> ((Enum<?>) value).name())
                    .collect(Collectors.joining("、"));
            return messages.getMessage("field.parameter.one-of", new Object[] {values}, Locale.SIMPLIFIED_CHINESE);
        }
        return text("type");
    }

    private ProblemDetail fields(List<FieldProblem> errors) {
        ProblemDetail problem =
                texts.problem(HttpStatus.UNPROCESSABLE_CONTENT, "fields", String.valueOf(errors.size()));
        problem.setProperty("errors", errors);
        return problem;
    }

    /** As {@code rows[3].reason}. Names that are not ours stand only in maps, and no form has one with free keys. */
    private static String path(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private String text(String code) {
        return messages.getMessage("field." + code, null, Locale.SIMPLIFIED_CHINESE);
    }
}
