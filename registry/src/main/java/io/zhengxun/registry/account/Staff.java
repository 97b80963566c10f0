package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.Actor;

/**
 * A signed-in person, as acts need to know one (W4).
 *
 * @param username unique for ever, also after the account was closed
 * @param name the person's own name
 * @param address the network address that the person acts from
 */
public record Staff(String username, String name, Role role, Scope scope, String address) {

    /** As the trail names the person. */
    public Actor actor() {
        return new Actor(username, name, role.name(), address);
    }

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "Staff[" + username + ", " + role + "]";
    }
}
