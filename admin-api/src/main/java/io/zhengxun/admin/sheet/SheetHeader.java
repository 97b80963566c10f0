package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column holds which field, by the names in the header row; their order is free, further columns are kept.
 *
 * @param <F> the fields of the kind of sheet
 */
final class SheetHeader<F extends Enum<F>> {

    /** A title and remarks may stand above the header. */
    private static final int ROWS_SEARCHED = 10;
    /** Fewer known names than this may be a title by chance; a sheet of fewer columns has them all. */
    private static final int NAMES_OF_A_HEADER = 3;

    private final int rowNumber;
    private final List<String> names;
    private final Map<F, Integer> columns;

    private SheetHeader(SheetRow row, Map<F, Integer> columns) {
        this.rowNumber = row.number();
        this.names = row.cells().stream().map(cell -> cell.text().strip()).toList();
        this.columns = columns;
    }

    /**
     * Reads on to the header.
     *
     * @throws UnreadableSheet if there is none, or if columns are missing or doubled, all of them named
     */
    static <F extends Enum<F>> SheetHeader<F> find(SheetRows rows, SheetColumns<F> columns) {
        return row(rows, columns)
                .map(row -> of(row, columns))
                .orElseThrow(() -> new UnreadableSheet(
                        "no-header", String.valueOf(ROWS_SEARCHED), columns.allHeaders()));
    }

    /** Whether one of the next rows, down to the last that is searched, is a header. */
    static boolean isAmong(SheetRows rows, SheetColumns<?> columns) {
        return row(rows, columns).isPresent();
    }

    private static Optional<SheetRow> row(SheetRows rows, SheetColumns<?> columns) {
        SheetRow row = rows.next();
        while (row != null && row.number() <= ROWS_SEARCHED) {
            if (knownNames(row, columns) >= namesNeeded(columns)) {
                return Optional.of(row);
            }
            row = rows.next();
        }
        return Optional.empty();
    }

    /** Of a few columns all but one, so that the missing one is named. */
    private static int namesNeeded(SheetColumns<?> columns) {
        return Math.min(NAMES_OF_A_HEADER, Math.max(2, columns.type().getEnumConstants().length - 1));
    }

    private static long knownNames(SheetRow row, SheetColumns<?> columns) {
        return row.cells().stream().map(cell -> columns.field(cell.text())).flatMap(Optional::stream).distinct().count();
    }

    private static <F extends Enum<F>> SheetHeader<F> of(SheetRow row, SheetColumns<F> known) {
        Map<F, Integer> columns = new EnumMap<>(known.type());
        List<String> doubled = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            F field = known.field(row.cell(column).text()).orElse(null);
            if (field != null && columns.putIfAbsent(field, column) != null) {
                doubled.add(known.header(field));
            }
        }
        if (!doubled.isEmpty()) {
            throw new UnreadableSheet("doubled-columns", String.join("、", doubled));
        }
        List<String> missing = Arrays.stream(known.type().getEnumConstants())
                .filter(field -> !columns.containsKey(field))
                .map(known::header)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(
                    "missing-columns", String.valueOf(row.number()), String.join("、", missing), known.allHeaders());
        }
        return new SheetHeader<>(row, columns);
    }

    int rowNumber() {
        return rowNumber;
    }

    /** The column of that name, or a new one behind the last. */
    int columnNamed(String name) {
        int column = names.indexOf(name);
        return column >= 0 ? column : names.size();
    }

    /** A new column behind the last and behind the one of that name. */
    int columnBehind(String name) {
        return Math.max(names.size(), columnNamed(name) + 1);
    }

    Map<F, Integer> columns() {
        return columns;
    }
}
