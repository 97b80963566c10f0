package io.zhengxun.registry.submission.review;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * What the machine noticed in a row: for the reviewer to look at, no refusal (C6, K8). Its text is the message
 * {@code finding.<code>} of {@code messages/registry}.
 *
 * @param arguments of the text, formatted already, never personal
 */
public record Finding(long certificateId, Code code, List<String> arguments) implements MessageSourceResolvable {

    /** What is looked for, each with the rule that it serves. */
    public enum Code {
        /** Reported later than D1; the statement of Annex 3 comes with the batch (T6). */
        LATE("D1"),
        /** The same ID number stands with another name elsewhere, or in the same batch. */
        SAME_ID_OTHER_NAME("K8"),
        /** The same holder has a certificate of the same occupation and level. */
        SAME_HOLDER_TWICE("K8"),
        /** Unusually many certificates for one ID number within a short time. */
        MANY_FOR_ONE_ID("K8"),
        /** Numbers are missing before this one within the batch. */
        SERIAL_GAP("K8"),
        /** A correction says another occupation, level or issue date than was registered for what it corrects. */
        OTHER_THAN_ISSUED("T3");

        private final String rule;

        Code(String rule) {
            this.rule = rule;
        }

        /** Id of the rulebook's rule. */
        public String rule() {
            return rule;
        }
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(long certificateId, Code code, Object... arguments) {
        return new Finding(certificateId, code, List.of(arguments).stream().map(String::valueOf).toList());
    }

    @Override
    public String[] getCodes() {
        return new String[] {"finding." + code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
