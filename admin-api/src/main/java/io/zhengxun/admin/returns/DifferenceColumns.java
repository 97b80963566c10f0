package io.zhengxun.admin.returns;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.returns.Difference;
import io.zhengxun.registry.submission.returns.ReturnedRows.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Returned rows beside their corrections as a sheet: a row each, before and after of a field side by side (R3). */
final class DifferenceColumns {

    /** The number is the key, and the institution never changes. */
    private static final Set<CertificateField> COMPARED =
            EnumSet.complementOf(EnumSet.of(CertificateField.NUMBER, CertificateField.INSTITUTION));

    static final List<Column<Change>> ALL = all();

    private DifferenceColumns() {}

    private static List<Column<Change>> all() {
        List<Column<Change>> columns = new ArrayList<>(List.of(
                new Column<>("row", 8, change -> change.reason().rowNo()),
                new Column<>("number", 26, Change::number),
                new Column<>("reason", 36, change -> change.reason().reason()),
                new Column<>("remark", 24, change -> change.reason().remark()),
                new Column<>("changed", 30, DifferenceColumns::changed)));
        COMPARED.forEach(field -> {
            columns.add(new Column<>(field + ".before", 22, change -> value(change, field, Difference::before)));
            columns.add(new Column<>(field + ".after", 22, change -> value(change, field, Difference::after)));
        });
        return columns;
    }

    /** Also what looks the same because it is masked. */
    private static Object changed(Change change) {
        if (change.fields().isEmpty() || change.isUnchanged()) {
            return label("difference.", change.isUnchanged() ? "unchanged" : "none");
        }
        return change.fields().stream()
                .filter(Difference::changed)
                .map(difference -> difference.field().header())
                .collect(Collectors.joining("、"));
    }

    private static Object value(Change change, CertificateField field, Function<Difference, String> side) {
        Optional<Difference> compared =
                change.fields().stream().filter(difference -> difference.field() == field).findFirst();
        return compared.map(side).orElse(null);
    }
}
