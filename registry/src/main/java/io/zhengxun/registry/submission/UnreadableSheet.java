package io.zhengxun.registry.submission;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * A file cannot be read as a sheet of certificate data (C6): refused as a whole, nothing stored. Its text is the
 * message {@code sheet.<code>}, which says what would be right; the arguments never hold personal data.
 */
public class UnreadableSheet extends RuntimeException implements MessageSourceResolvable {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> arguments;

    public UnreadableSheet(String code, String... arguments) {
        super("The file cannot be read as a sheet of certificate data: " + code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Stable name of what is wrong with the file. */
    public String code() {
        return code;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"sheet." + code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
