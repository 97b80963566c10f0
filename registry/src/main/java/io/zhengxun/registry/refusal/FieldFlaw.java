package io.zhengxun.registry.refusal;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * One field of a form that cannot be used, and what would be right; its text is the message {@code field.<code>} of
 * {@code messages/registry}.
 *
 * @param field the field's name as the form has it
 * @param arguments of the text, formatted already, never personal data
 */
public record FieldFlaw(String field, String code, List<String> arguments) implements MessageSourceResolvable {

    public FieldFlaw {
        arguments = List.copyOf(arguments);
    }

    public static FieldFlaw of(String field, String code, String... arguments) {
        return new FieldFlaw(field, code, List.of(arguments));
    }

    @Override
    public String[] getCodes() {
        return new String[] {"field." + code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
