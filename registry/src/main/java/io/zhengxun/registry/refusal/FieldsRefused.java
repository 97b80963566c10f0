package io.zhengxun.registry.refusal;

import java.util.List;

/** A form is refused with every field that is wrong, not only the first. */
public class FieldsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldFlaw> flaws;

    /** @param flaws at least one */
    public FieldsRefused(List<FieldFlaw> flaws) {
        this("", flaws);
    }

    /** @param rule id of the rulebook's rule that asks for the fields; empty if none does */
    public FieldsRefused(String rule, List<FieldFlaw> flaws) {
        super(Kind.INVALID, "fields", rule, String.valueOf(flaws.size()));
        this.flaws = List.copyOf(flaws);
    }

    public List<FieldFlaw> flaws() {
        return flaws;
    }

    /** Refuses if there is anything to refuse. */
    public static void throwIfAny(String rule, List<FieldFlaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new FieldsRefused(rule, flaws);
        }
    }
}
