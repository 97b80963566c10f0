package io.zhengxun.registry.notice.desk;

/**
 * The notice that a person wants to act on, as that person saw it.
 *
 * @param version of the state that the person looked at: acting on an older one is refused
 */
public record OrderedNotice(long id, int version) {}
