package io.zhengxun.registry.institution;

/**
 * An institution with all that is filed of it.
 *
 * @param version counts the changes: a form opened on an older one is refused
 */
public record FiledInstitution(Institution institution, FiledScope scope, int version) {}
