package io.zhengxun.registry.certificate;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * One thing that is wrong or doubtful in a value, and what would be right (C3a, C6). Its text is the message
 * {@code flaw.<code>} of {@code messages/registry}; a Spring {@code MessageSource} takes the flaw itself:
 * {@code messages.getMessage(flaw, locale)}.
 *
 * @param rule the rule of the rulebook that the value breaks, such as {@code C3}
 * @param code stable name of the kind of flaw
 * @param arguments of the text, formatted already; they never hold the value, at most one doubtful character of it
 */
public record Flaw(String rule, String code, List<String> arguments) implements MessageSourceResolvable {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    static Flaw of(String rule, String code, String... arguments) {
        return new Flaw(rule, code, List.of(arguments));
    }

    /** Key of the text in {@code messages/registry.properties}. */
    public String key() {
        return "flaw." + code;
    }

    @Override
    public String[] getCodes() {
        return new String[] {key()};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
