package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column holds which field, by the names in the header row; their order is free, further columns are kept. */
final class SheetHeader {

    /** A title and remarks may stand above the header. */
    private static final int ROWS_SEARCHED = 10;
    /** Fewer known names than this may be a title by chance. */
    private static final int NAMES_OF_A_HEADER = 3;

    private static final Map<String, CertificateField> FIELDS = names();

    private final int rowNumber;
    private final List<String> names;
    private final Map<CertificateField, Integer> columns;

    private SheetHeader(SheetRow row, Map<CertificateField, Integer> columns) {
        this.rowNumber = row.number();
        this.names = row.cells().stream().map(cell -> cell.text().strip()).toList();
        this.columns = columns;
    }

    /**
     * Reads on to the header.
     *
     * @throws UnreadableSheet if there is none, or if columns are missing or doubled, all of them named
     */
    static SheetHeader find(SheetRows rows) {
        SheetRow row = rows.next();
        while (row != null && row.number() <= ROWS_SEARCHED) {
            if (isHeader(row)) {
                return of(row);
            }
            row = rows.next();
        }
        throw new UnreadableSheet("no-header", String.valueOf(ROWS_SEARCHED), allHeaders());
    }

    /** Whether one of the next rows, down to the last that is searched, is a header. */
    static boolean isAmong(SheetRows rows) {
        SheetRow row = rows.next();
        while (row != null && row.number() <= ROWS_SEARCHED) {
            if (isHeader(row)) {
                return true;
            }
            row = rows.next();
        }
        return false;
    }

    private static boolean isHeader(SheetRow row) {
        return knownNames(row) >= NAMES_OF_A_HEADER;
    }

    private static long knownNames(SheetRow row) {
        return row.cells().stream().map(cell -> field(cell.text())).flatMap(Optional::stream).distinct().count();
    }

    private static SheetHeader of(SheetRow row) {
        Map<CertificateField, Integer> columns = new EnumMap<>(CertificateField.class);
        List<String> doubled = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            CertificateField field = field(row.cell(column).text()).orElse(null);
            if (field != null && columns.putIfAbsent(field, column) != null) {
                doubled.add(field.header());
            }
        }
        if (!doubled.isEmpty()) {
            throw new UnreadableSheet("doubled-columns", String.join("、", doubled));
        }
        List<String> missing = Arrays.stream(CertificateField.values())
                .filter(field -> !columns.containsKey(field))
                .map(CertificateField::header)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(
                    "missing-columns", String.valueOf(row.number()), String.join("、", missing), allHeaders());
        }
        return new SheetHeader(row, columns);
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

    Map<CertificateField, Integer> columns() {
        return columns;
    }

    /** A name as it is, else without the remark behind it: 证件号码（文本格式）. */
    private static Optional<CertificateField> field(String text) {
        String name = simplified(text);
        int remark = name.indexOf('(');
        CertificateField field = FIELDS.get(name);
        return field == null && remark > 0
                ? Optional.ofNullable(FIELDS.get(name.substring(0, remark)))
                : Optional.ofNullable(field);
    }

    private static String simplified(String text) {
        return text.length() > 60 ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*:＊'\\p{Cf}]", "");
    }

    private static String allHeaders() {
        return Arrays.stream(CertificateField.values())
                .map(CertificateField::header)
                .collect(Collectors.joining("、"));
    }

    private static Map<String, CertificateField> names() {
        Map<String, CertificateField> names = new HashMap<>();
        add(names, CertificateField.NAME, "持证人姓名", "持证人", "学员姓名", "考生姓名", "证书持有人");
        add(names, CertificateField.ID_TYPE, "证件类别", "身份证件类型", "有效证件类型");
        add(names, CertificateField.ID_NUMBER, "证件号", "身份证号", "身份证号码", "身份证件号码", "公民身份号码");
        add(names, CertificateField.OCCUPATION, "职业", "职业(工种)", "职业(工种)名称");
        add(names, CertificateField.JOB, "工种", "职业方向", "工种名称", "工种(职业方向)", "工种/方向");
        add(names, CertificateField.LEVEL, "等级", "级别", "技能等级", "证书等级", "职业等级", "技能级别");
        add(names, CertificateField.NUMBER, "证书号", "证书号码", "证书编码");
        add(names, CertificateField.ISSUE_DATE, "发证时间", "颁证日期", "颁发日期", "签发日期");
        add(names, CertificateField.INSTITUTION, "发证机构", "评价机构", "评价机构名称", "发证单位", "颁证机构");
        return Map.copyOf(names);
    }

    private static void add(Map<String, CertificateField> names, CertificateField field, String... aliases) {
        names.put(field.header(), field);
        for (String alias : aliases) {
            names.put(alias, field);
        }
    }
}
