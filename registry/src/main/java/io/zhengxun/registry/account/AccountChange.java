package io.zhengxun.registry.account;

/**
 * What an account shall be from now on.
 *
 * @param version of the account as the changing person saw it
 */
public record AccountChange(String name, Role role, Scope scope, String externalId, int version) {

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "AccountChange[" + role + "]";
    }
}
