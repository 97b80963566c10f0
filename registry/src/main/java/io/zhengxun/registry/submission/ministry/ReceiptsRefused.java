package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.refusal.Refusal;
import java.util.Comparator;
import java.util.List;

/** A file of receipts is refused as a whole, with everything that is wrong in any row; nothing has changed. */
public class ReceiptsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<ReceiptFlaw> flaws;

    /** @param flaws at least one */
    ReceiptsRefused(int rows, List<ReceiptFlaw> flaws) {
        super(
                Kind.INVALID,
                "receipts-refused",
                "R4",
                String.valueOf(rows),
                String.valueOf(flaws.stream().map(ReceiptFlaw::rowNo).distinct().count()),
                String.valueOf(flaws.size()));
        this.flaws = flaws.stream()
                .sorted(Comparator.comparing(ReceiptFlaw::rowNo).thenComparing(ReceiptFlaw::field))
                .toList();
    }

    /** In the order of rows. */
    public List<ReceiptFlaw> flaws() {
        return flaws;
    }
}
