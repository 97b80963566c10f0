package io.zhengxun.registry.refusal;

/** The person's role may not do this. */
public class RoleNotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param rule id of the rule that says who may */
    public RoleNotAllowed(String rule) {
        super(Kind.FORBIDDEN, "role-not-allowed", rule);
    }
}
