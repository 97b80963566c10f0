package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.CellText.flaw;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.certificate.NewCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks a batch chunk by chunk: each row by itself, against its issuance (T3), its number against the other rows and
 * what it may be (C5).
 */
final class BatchCheck {

    private final ReportingRules rules;
    private final Agreement agreement;
    private final Certificates certificates;
    private final NumberRule numbers;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int lastRowNo;
    private int rows;
    private int faultyRows;
    private int flaws;
    private int lateRows;

    BatchCheck(ReportingRules rules, Certificates certificates, NumberRule numbers) {
        this.rules = rules;
        this.agreement = rules.issuance().map(Agreement::new).orElse(null);
        this.certificates = certificates;
        this.numbers = numbers;
    }

    /** Sealed certificates if the batch has been clean so far; else the flaws of these rows only. */
    Chunk check(List<BatchRow> chunk) {
        List<RowCheck> checks = new ArrayList<>(chunk.size());
        for (BatchRow row : chunk) {
            RowCheck check = new RowCheck(row, rules);
            if (agreement != null) {
                agreement.check(check);
            }
            checkDuplicate(check);
            checks.add(check);
        }
        checkNumbers(checks);
        checks.forEach(this::count);
        return faultyRows == 0 ? sealed(checks) : flawed(checks);
    }

    Tally tally() {
        return new Tally(rows, faultyRows, flaws, lateRows);
    }

    private void checkDuplicate(RowCheck check) {
        if (check.number() != null) {
            Integer first = firstRows.putIfAbsent(check.number().value(), check.rowNo());
            if (first != null) {
                check.add(CertificateField.NUMBER, flaw("C5", "number.repeated", String.valueOf(first)));
            }
        }
    }

    private void checkNumbers(List<RowCheck> checks) {
        List<CertificateNumber> read =
                checks.stream().map(RowCheck::number).filter(Objects::nonNull).toList();
        Map<String, Flaw> flaws = numbers.flaws(read);
        for (RowCheck check : checks) {
            if (check.number() != null && flaws.containsKey(check.number().value())) {
                check.add(CertificateField.NUMBER, flaws.get(check.number().value()));
            }
        }
    }

    /** After the last row: the rows that should have come, told as if they stood behind it, but no rows of the sheet. */
    Optional<Chunk> missing() {
        List<RowFlaw> missing = new ArrayList<>();
        numbers.missing().forEach((number, flaw) ->
                missing.add(new RowFlaw(++lastRowNo, CertificateField.NUMBER, number, flaw)));
        flaws += missing.size();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Chunk.Flawed(missing));
    }

    private void count(RowCheck check) {
        rows++;
        lastRowNo = check.rowNo();
        if (check.isFaulty()) {
            faultyRows++;
            flaws += check.flaws().size();
        }
        if (check.isLate()) {
            lateRows++;
        }
    }

    private Chunk sealed(List<RowCheck> checks) {
        List<NewCertificate> clean = checks.stream().map(RowCheck::certificate).toList();
        return new Chunk.Clean(certificates.seal(clean));
    }

    private static Chunk flawed(List<RowCheck> checks) {
        return new Chunk.Flawed(checks.stream().flatMap(check -> check.flaws().stream()).toList());
    }
}
