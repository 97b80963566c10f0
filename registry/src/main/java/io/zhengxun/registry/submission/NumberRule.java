package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import java.util.Collection;
import java.util.Map;

/** Which certificate numbers a sheet may hold, each right in itself and in one row only. Used by one thread, once. */
public interface NumberRule {

    /** What is wrong with some of a sheet's numbers, by number; those that may stand there are left out. */
    Map<String, Flaw> flaws(Collection<CertificateNumber> numbers);

    /** After the last row: what should have stood in the sheet and did not, by number. */
    Map<String, Flaw> missing();
}
