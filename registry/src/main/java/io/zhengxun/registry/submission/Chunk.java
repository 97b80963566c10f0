package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.SealedCertificates;
import java.util.List;

/** What came of checking some rows of a batch. */
sealed interface Chunk {

    /** All right so far, ready to be stored. */
    record Clean(SealedCertificates certificates) implements Chunk {}

    /** The batch is refused; the flaws of these rows, possibly none. */
    record Flawed(List<RowFlaw> flaws) implements Chunk {}

    /** There are no more rows. */
    record End(Tally tally) implements Chunk {}
}
