package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.CertificatePlace;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each receipt means against what is known: new, known already, or impossible (R4). What is known already changes
 * nothing, so that a file, or one that overlaps with it, may come again.
 */
final class Judgement {

    /** A receipt that changes something. */
    record News(Receipt receipt, CertificatePlace place) {}

    record Count(int published, int returned, int unchanged) {}

    private final Known known;
    private final SortedMap<Long, List<News>> newsByBatch = new TreeMap<>();
    private final List<ReceiptFlaw> flaws = new ArrayList<>();
    private final List<Integer> awaitedAgain = new ArrayList<>();
    private int published;
    private int returned;
    private int unchanged;

    private Judgement(Known known) {
        this.known = known;
    }

    static Judgement of(List<Receipt> receipts, Known known) {
        Judgement judgement = new Judgement(known);
        receipts.forEach(judgement::judge);
        return judgement;
    }

    List<ReceiptFlaw> flaws() {
        return flaws;
    }

    /** What changes, by the id of the batch. */
    Map<Long, List<News>> newsByBatch() {
        return newsByBatch;
    }

    List<Integer> awaitedAgain() {
        return awaitedAgain;
    }

    Count count() {
        return new Count(published, returned, unchanged);
    }

    private void judge(Receipt receipt) {
        CertificatePlace place = known.place(receipt);
        if (place == null || place.standing() == Standing.DELETED) {
            flaw(receipt, ReceiptField.NUMBER, place == null ? "unknown" : "deleted");
        } else if (isKnownAlready(receipt, place)) {
            unchanged++;
        } else {
            Optional<ReceiptFlaw> flaw = contradiction(receipt, place).or(() -> impossible(receipt, place));
            flaw.ifPresentOrElse(flaws::add, () -> accept(receipt, place));
        }
    }

    private boolean isKnownAlready(Receipt receipt, CertificatePlace place) {
        if (receipt.isPublished()) {
            return receipt.publishedOn().equals(place.publishedOn());
        }
        boolean repeats = known.wasReturnedFor(place, receipt.reason());
        if (repeats && known.isAwaited(place)) {
            awaitedAgain.add(receipt.rowNo());
        }
        return repeats;
    }

    private Optional<ReceiptFlaw> contradiction(Receipt receipt, CertificatePlace place) {
        if (place.publishedOn() != null) {
            ReceiptField field = receipt.isPublished() ? ReceiptField.PUBLISHED_ON : ReceiptField.RESULT;
            return flawOf(receipt, field, "published-before", place.publishedOn().toString());
        }
        return known.openReturn(place).map(earlier -> ReceiptFlaw.of(
                receipt.rowNo(),
                receipt.isPublished() ? ReceiptField.RESULT : ReceiptField.REASON,
                "returned-before",
                LegalTime.dayOf(earlier.recordedAt()).toString(),
                earlier.reason()));
    }

    private Optional<ReceiptFlaw> impossible(Receipt receipt, CertificatePlace place) {
        if (!known.isAwaited(place)) {
            return flawOf(receipt, ReceiptField.NUMBER, "not-sent", known.batch(place).number());
        }
        LocalDate sentOn = known.sentOn().get(place.submissionId());
        return receipt.isPublished() && receipt.publishedOn().isBefore(sentOn)
                ? flawOf(receipt, ReceiptField.PUBLISHED_ON, "date-before-sending", sentOn.toString())
                : Optional.empty();
    }

    private void accept(Receipt receipt, CertificatePlace place) {
        if (receipt.isPublished()) {
            published++;
        } else {
            returned++;
        }
        newsByBatch.computeIfAbsent(place.submissionId(), id -> new ArrayList<>()).add(new News(receipt, place));
    }

    private void flaw(Receipt receipt, ReceiptField field, String code) {
        flaws.add(ReceiptFlaw.of(receipt.rowNo(), field, code));
    }

    private static Optional<ReceiptFlaw> flawOf(Receipt receipt, ReceiptField field, String code, String argument) {
        return Optional.of(ReceiptFlaw.of(receipt.rowNo(), field, code, argument));
    }
}
