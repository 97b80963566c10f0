package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.submission.CertificateField;

/**
 * A field that a correction changed (R3), personal values masked (Q3).
 *
 * @param before as it was returned
 * @param after as it came back
 */
public record ReturnedField(CertificateField field, String before, String after) {}
