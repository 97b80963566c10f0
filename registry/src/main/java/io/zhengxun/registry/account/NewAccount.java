package io.zhengxun.registry.account;

/**
 * What is given to open an account.
 *
 * @param username 3–64 lower-case letters, digits, dots, hyphens or underscores, beginning with a letter
 * @param externalId see {@link Account}; null if none
 */
public record NewAccount(String username, String name, Role role, Scope scope, String externalId) {

    public NewAccount(String username, String name, Role role, Scope scope) {
        this(username, name, role, scope, null);
    }

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "NewAccount[" + username + ", " + role + "]";
    }
}
