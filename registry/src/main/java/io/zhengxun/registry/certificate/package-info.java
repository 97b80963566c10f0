/** Certificates and the values on them: numbers, identity documents, names, levels (C1–C5, Q1). */
package io.zhengxun.registry.certificate;
