package io.zhengxun.registry.audit;

/**
 * Who did something (W4).
 *
 * @param username of the account; {@code system} for what nobody in person did
 * @param name the person's own name
 * @param role in which it was done
 * @param address from where: the network address
 */
public record Actor(String username, String name, String role, String address) {

    /** What the system does by itself, e.g. at its first start. */
    public static Actor system() {
        return new Actor("system", "系统", "SYSTEM", "");
    }

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "Actor[" + username + ", " + role + "]";
    }
}
