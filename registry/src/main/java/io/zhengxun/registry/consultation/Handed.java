package io.zhengxun.registry.consultation;

/**
 * What was given to staff.
 *
 * @param fresh whether the consultation is a new one; else it was added to the person's open one
 * @param full whether it was not kept, since the consultation holds very much already
 * @param expected when there will be an answer, and why then
 */
public record Handed(Consultation consultation, boolean fresh, boolean full, Expected expected) {}
