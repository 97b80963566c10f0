package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Flaw;

/** One thing wrong in one cell of a batch (C6), with the value masked (Q3). */
record RowFlaw(int rowNo, CertificateField field, String maskedValue, Flaw flaw) {}
