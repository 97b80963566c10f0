package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.CellText.flaw;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.NewCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks a batch chunk by chunk: each row by itself, against its issuance (T3), its number against all others (C5). */
final class BatchCheck {

    private final ReportingRules rules;
    private final Agreement agreement;
    private final Certificates certificates;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int rows;
    private int faultyRows;
    private int flaws;
    private int lateRows;

    BatchCheck(ReportingRules rules, Certificates certificates) {
        this.rules = rules;
        this.agreement = rules.issuance().map(Agreement::new).orElse(null);
        this.certificates = certificates;
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
        checkTaken(checks);
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

    private void checkTaken(List<RowCheck> checks) {
        List<CertificateNumber> numbers =
                checks.stream().map(RowCheck::number).filter(Objects::nonNull).toList();
        Set<String> taken = certificates.taken(numbers);
        if (taken.isEmpty()) {
            return;
        }
        for (RowCheck check : checks) {
            if (check.number() != null && taken.contains(check.number().value())) {
                check.add(CertificateField.NUMBER, flaw("C5", "number.taken"));
            }
        }
    }

    private void count(RowCheck check) {
        rows++;
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
