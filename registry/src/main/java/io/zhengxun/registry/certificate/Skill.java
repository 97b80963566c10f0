package io.zhengxun.registry.certificate;

/** What a certificate certifies: an occupation at a level. */
public record Skill(String occupation, Level level) {}
