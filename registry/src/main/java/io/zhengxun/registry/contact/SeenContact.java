package io.zhengxun.registry.contact;

/** A contact as a person saw it. */
public record SeenContact(long id, int version) {}
