package io.zhengxun.registry.complaint;

/**
 * The complaint that a person wants to act on, as that person saw it.
 *
 * @param version of the state that the person looked at: acting on an older one is refused
 */
public record OrderedComplaint(String number, int version) {}
