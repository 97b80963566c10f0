package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A sheet that is not certificate data: rows below a header with columns of given names, in any order; further columns
 * are passed over, and so are blank rows.
 */
public final class PlainSheet {

    /** A title and remarks may stand above the header. */
    private static final int ROWS_SEARCHED = 10;

    private final List<String> columns;
    private final int mostRows;

    /**
     * @param columns the names of the header, all of them needed
     * @param mostRows rows with data, the header not counted
     */
    public PlainSheet(List<String> columns, int mostRows) {
        this.columns = List.copyOf(columns);
        this.mostRows = mostRows;
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it, from 1
     * @param cells in the order of the columns asked for
     */
    public record Row(int number, List<SheetCell> cells) {

        /** What the cell holds, without blanks around it; a date as {@code 2026-09-22}. */
        public String text(int column) {
            return cells.get(column).text().strip();
        }
    }

    /** @throws UnreadableSheet without such a header, without rows, or with too many */
    public List<Row> read(SheetFile file) {
        List<Row> rows = new ArrayList<>();
        read(file, rows::add);
        return rows;
    }

    /**
     * Reads row by row: for what is too long to be held whole.
     *
     * @throws UnreadableSheet as {@link #read(SheetFile)}, maybe after rows were given out
     */
    public void read(SheetFile file, Consumer<Row> reader) {
        try (SheetRows rows = file.rows(this::hasHeader)) {
            int[] places = header(rows);
            int count = 0;
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (row.isBlank()) {
                    continue;
                }
                if (++count > mostRows) {
                    throw new UnreadableSheet("too-many-rows", String.valueOf(mostRows));
                }
                reader.accept(row(row, places));
            }
            if (count == 0) {
                throw new UnreadableSheet("no-rows");
            }
        }
    }

    private static Row row(SheetRow row, int[] places) {
        List<SheetCell> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(row.cell(place));
        }
        return new Row(row.number(), cells);
    }

    private boolean hasHeader(SheetRows rows) {
        return nextHeader(rows) != null;
    }

    private int[] header(SheetRows rows) {
        SheetRow header = nextHeader(rows);
        if (header == null) {
            throw new UnreadableSheet("no-header", String.valueOf(ROWS_SEARCHED), String.join("、", columns));
        }
        Map<String, Integer> places = places(header);
        List<String> missing =
                columns.stream().filter(column -> !places.containsKey(levelled(column))).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(
                    "missing-columns",
                    String.valueOf(header.number()),
                    String.join("、", missing),
                    String.join("、", columns));
        }
        return columns.stream().mapToInt(column -> places.get(levelled(column))).toArray();
    }

    /** A row with half of the names, and two at least, is a header; fewer may be a title by chance. */
    private SheetRow nextHeader(SheetRows rows) {
        int needed = Math.min(columns.size(), Math.max(2, (columns.size() + 1) / 2));
        SheetRow row = rows.next();
        while (row != null && row.number() <= ROWS_SEARCHED) {
            List<String> names = row.cells().stream().map(cell -> levelled(cell.text())).toList();
            if (columns.stream().filter(column -> names.contains(levelled(column))).count() >= needed) {
                return row;
            }
            row = rows.next();
        }
        return null;
    }

    private Map<String, Integer> places(SheetRow header) {
        List<String> known = columns.stream().map(PlainSheet::levelled).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        for (int column = 0; column < header.cells().size(); column++) {
            String name = levelled(header.cell(column).text());
            if (known.contains(name) && places.putIfAbsent(name, column) != null) {
                doubled.add(columns.get(known.indexOf(name)));
            }
        }
        if (!doubled.isEmpty()) {
            throw new UnreadableSheet("doubled-columns", String.join("、", doubled));
        }
        return places;
    }

    private static String levelled(String text) {
        return text.length() > 60
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s*:'\\p{Cf}]", "")
                        .toLowerCase(Locale.ROOT);
    }
}
