package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.CertificatePlace;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the certificates that a file of receipts names.
 *
 * @param places by certificate number
 * @param batches by id
 * @param sentOn legal day on which a batch went to the ministry, by its id
 * @param returns the ministry's earlier returns, by certificate id
 */
record Known(
        Map<String, CertificatePlace> places,
        Map<Long, Submission> batches,
        Map<Long, LocalDate> sentOn,
        Map<Long, List<MinistryReceiptsMapper.EarlierReturn>> returns) {

    CertificatePlace place(Receipt receipt) {
        return places.get(receipt.number().value());
    }

    Submission batch(CertificatePlace place) {
        return batches.get(place.submissionId());
    }

    /** The ministry has it and has said nothing of it yet. */
    boolean isAwaited(CertificatePlace place) {
        return batch(place).stage() == Stage.SENT_TO_MINISTRY
                && place.returnId() == null
                && place.publishedOn() == null;
    }

    boolean wasReturnedFor(CertificatePlace place, String reason) {
        return returns.getOrDefault(place.id(), List.of()).stream().anyMatch(earlier -> earlier.reason().equals(reason));
    }

    /** The ministry's return in which it lies now. */
    Optional<MinistryReceiptsMapper.EarlierReturn> openReturn(CertificatePlace place) {
        return returns.getOrDefault(place.id(), List.of()).stream()
                .filter(earlier -> place.returnId() != null && earlier.returnId() == place.returnId())
                .findFirst();
    }
}
