package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.privacy.Masking;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.history.HistoryMapper.RowOfReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What a correction changed, field by field, personal values masked (R3, Q3). */
@Component
class Differences {

    private final Vault vault;

    Differences(Vault vault) {
        this.vault = vault;
    }

    List<ReturnedField> of(RowOfReturn row) {
        List<ReturnedField> changed = new ArrayList<>();
        if (row.afterName == null) {
            return changed;
        }
        sealed(changed, CertificateField.NAME, Masking::name, row.beforeName, row.afterName);
        open(changed, CertificateField.ID_TYPE, label(row.beforeIdType), label(row.afterIdType));
        sealed(changed, CertificateField.ID_NUMBER, Masking::id, row.beforeId, row.afterId);
        open(changed, CertificateField.OCCUPATION, row.beforeOccupation, row.afterOccupation);
        open(changed, CertificateField.JOB, row.beforeJob, row.afterJob);
        open(changed, CertificateField.LEVEL, level(row.beforeLevel), level(row.afterLevel));
        open(changed, CertificateField.ISSUE_DATE, row.beforeIssueDate, row.afterIssueDate);
        return changed;
    }

    private void sealed(
            List<ReturnedField> changed, CertificateField field, UnaryOperator<String> mask, byte[]... values) {
        String before = vault.open(values[0]);
        String after = vault.open(values[1]);
        if (!before.equals(after)) {
            changed.add(new ReturnedField(field, mask.apply(before), mask.apply(after)));
        }
    }

    private static void open(List<ReturnedField> changed, CertificateField field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(new ReturnedField(field, String.valueOf(before), String.valueOf(after)));
        }
    }

    private static String label(String idType) {
        return IdType.valueOf(idType).label();
    }

    private static String level(String level) {
        return Level.valueOf(level).label();
    }
}
