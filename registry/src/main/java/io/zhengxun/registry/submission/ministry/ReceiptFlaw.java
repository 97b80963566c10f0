package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.Flaw;
import java.util.List;

/** One thing wrong in one row of a file of receipts; its text is the flaw's. */
public record ReceiptFlaw(int rowNo, ReceiptField field, Flaw flaw) {

    static ReceiptFlaw of(int rowNo, ReceiptField field, String code, String... arguments) {
        return new ReceiptFlaw(rowNo, field, new Flaw("R4", "receipt." + code, List.of(arguments)));
    }
}
