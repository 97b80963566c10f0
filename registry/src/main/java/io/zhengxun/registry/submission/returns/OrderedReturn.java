package io.zhengxun.registry.submission.returns;

/**
 * The return that a person wants to act on, as that person saw it.
 *
 * @param version of the state that the person looked at: acting on an older one is refused
 */
public record OrderedReturn(String number, int version) {}
