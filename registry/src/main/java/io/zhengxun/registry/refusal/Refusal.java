package io.zhengxun.registry.refusal;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * The registry does not do what was asked, and nothing has changed. Subclasses are named by the fact. The text for
 * people is the message {@code refusal.<code>} of {@code messages/registry}; a Spring {@code MessageSource} takes the
 * refusal itself. Thrown inside a transaction it undoes it.
 */
public abstract class Refusal extends RuntimeException implements MessageSourceResolvable {

    private static final long serialVersionUID = 1L;

    /** What kind of answer it is, whatever carries it. */
    public enum Kind {
        /** Not there, or outside of the asker's scope: both are answered alike. */
        ABSENT,
        /** The role may not do it. */
        FORBIDDEN,
        /** What stands there now does not allow it: another stage, changed meanwhile, there already. */
        CONFLICT,
        /** What was given cannot be used. */
        INVALID
    }

    private final Kind kind;
    private final String code;
    private final String rule;
    private final transient List<Object> arguments;

    /**
     * @param code stable name, lower case with hyphens
     * @param rule id of the rulebook's rule that says so; empty if none does
     * @param arguments of the text, formatted already or {@link MessageSourceResolvable}, never personal data
     */
    protected Refusal(Kind kind, String code, String rule, Object... arguments) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.rule = rule;
        this.arguments = List.of(arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String rule() {
        return rule;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"refusal." + code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }
}
