package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.certificate.IssueDate;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.submission.CellText;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import io.zhengxun.registry.submission.review.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of receipts: what can be told of each row by itself and from the others. One file, one thread. */
final class ReceiptReading {

    private static final Set<String> PUBLISHED =
            Set.of("公布", "已公布", "通过", "审核通过", "已通过", "上网", "已上网");
    private static final Set<String> RETURNED =
            Set.of("退回", "已退回", "不通过", "未通过", "审核不通过", "审核未通过");
    private static final int LONGEST_REASON = 500;

    private final LocalDate today;
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<ReceiptFlaw> flaws = new ArrayList<>();
    private final Map<String, Integer> rowOfNumber = new HashMap<>();
    private int rows;

    private ReceiptReading(LocalDate today) {
        this.today = today;
    }

    /** @throws UnreadableSheet if it is no sheet of receipts, or has no rows */
    static ReceiptReading of(ReceiptFile file, LocalDate today) {
        ReceiptReading reading = new ReceiptReading(today);
        try (ReceiptFile.Rows rows = file.open()) {
            for (ReceiptFile.Row row = rows.next(); row != null; row = rows.next()) {
                reading.read(row);
            }
        }
        if (reading.rows == 0) {
            throw new UnreadableSheet("no-rows");
        }
        return reading;
    }

    /** The rows that are right in themselves, in the order of the file. */
    List<Receipt> receipts() {
        return receipts;
    }

    List<ReceiptFlaw> flaws() {
        return flaws;
    }

    int rows() {
        return rows;
    }

    private void read(ReceiptFile.Row row) {
        rows++;
        int flawsBefore = flaws.size();
        CertificateNumber number = number(row).orElse(null);
        String result = text(row, ReceiptField.RESULT);
        LocalDate publishedOn = null;
        String reason = "";
        if (isUnusable(row, ReceiptField.RESULT)) {
            return;
        }
        if (PUBLISHED.contains(result)) {
            publishedOn = publishedOn(row).orElse(null);
            forbid(row, ReceiptField.REASON, "reason-of-published");
        } else if (RETURNED.contains(result)) {
            reason = reason(row);
            forbid(row, ReceiptField.PUBLISHED_ON, "date-of-returned");
        } else {
            flaw(row, ReceiptField.RESULT, "result");
        }
        if (flaws.size() == flawsBefore) {
            receipts.add(new Receipt(row.rowNo(), number, publishedOn, reason));
        }
    }

    private Optional<CertificateNumber> number(ReceiptFile.Row row) {
        SheetCell cell = row.cell(ReceiptField.NUMBER);
        Optional<Flaw> ofCell = CellText.flaw(CertificateField.NUMBER, cell);
        if (ofCell.isPresent()) {
            flaws.add(new ReceiptFlaw(row.rowNo(), ReceiptField.NUMBER, ofCell.get()));
            return Optional.empty();
        }
        Reading<CertificateNumber> read = CertificateNumber.read(CellText.of(cell));
        read.flaws().forEach(flaw -> flaws.add(new ReceiptFlaw(row.rowNo(), ReceiptField.NUMBER, flaw)));
        read.accepted().ifPresent(number -> {
            Integer earlier = rowOfNumber.putIfAbsent(number.value(), row.rowNo());
            if (earlier != null) {
                flaw(row, ReceiptField.NUMBER, "doubled", String.valueOf(earlier));
            }
        });
        return read.accepted();
    }

    private Optional<LocalDate> publishedOn(ReceiptFile.Row row) {
        if (isUnusable(row, ReceiptField.PUBLISHED_ON)) {
            return Optional.empty();
        }
        String text = text(row, ReceiptField.PUBLISHED_ON);
        Optional<LocalDate> date = IssueDate.read(text).accepted();
        if (date.isEmpty()) {
            flaw(row, ReceiptField.PUBLISHED_ON, text.isEmpty() ? "date-missing" : "date");
        } else if (date.get().isAfter(today)) {
            flaw(row, ReceiptField.PUBLISHED_ON, "date-future", today.toString());
        }
        return date;
    }

    /** As the ministry wrote it, but for ID numbers: it becomes part of the return, which keeps none (Q6). */
    private String reason(ReceiptFile.Row row) {
        if (isUnusable(row, ReceiptField.REASON)) {
            return "";
        }
        String reason = text(row, ReceiptField.REASON).replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ");
        if (reason.isEmpty()) {
            flaw(row, ReceiptField.REASON, "reason-missing");
        } else if (reason.length() > LONGEST_REASON) {
            flaw(row, ReceiptField.REASON, "reason-length", String.valueOf(LONGEST_REASON));
        }
        return Remark.masked(reason);
    }

    private void forbid(ReceiptFile.Row row, ReceiptField field, String code) {
        if (!text(row, field).isEmpty()) {
            flaw(row, field, code);
        }
    }

    /** A formula's or an error's cell has no text that can be trusted. */
    private boolean isUnusable(ReceiptFile.Row row, ReceiptField field) {
        SheetCell cell = row.cell(field);
        if (isTrusted(cell)) {
            return false;
        }
        String code = cell.kind() == SheetCell.Kind.FORMULA ? "cell.formula" : "cell.error";
        flaws.add(new ReceiptFlaw(row.rowNo(), field, new Flaw("C6", code, List.of())));
        return true;
    }

    /** Where nothing should stand, what cannot be trusted counts as nothing. */
    private static String text(ReceiptFile.Row row, ReceiptField field) {
        SheetCell cell = row.cell(field);
        return isTrusted(cell) ? CellText.of(cell) : "";
    }

    private static boolean isTrusted(SheetCell cell) {
        return cell.kind() != SheetCell.Kind.FORMULA && cell.kind() != SheetCell.Kind.ERROR;
    }

    private void flaw(ReceiptFile.Row row, ReceiptField field, String code, String... arguments) {
        flaws.add(ReceiptFlaw.of(row.rowNo(), field, code, arguments));
    }
}
