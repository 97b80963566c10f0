package io.zhengxun.registry.consultation;

/** A consultation as a person of staff saw it. */
public record SeenConsultation(String number, int version) {}
