package io.zhengxun.admin.problem;

import java.util.List;

/** A request's parameter cannot be used; the text says what would be right, and does not repeat what was sent. */
public class ParameterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /**
     * @param code stable name of the refusal; its text is the message {@code problem.<code>}
     * @param arguments of the text, formatted already
     */
    public ParameterRefused(String code, String... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    List<String> arguments() {
        return arguments;
    }
}
