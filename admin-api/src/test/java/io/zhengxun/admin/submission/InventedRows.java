package io.zhengxun.admin.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Rows of certificate data of invented people, right in every field. */
public final class InventedRows {

    public static final String PREFIX = "S000044010001";
    public static final String INSTITUTION = "广州示例职业技能评价有限公司（测试）";
    public static final List<String> HEADER =
            List.of("姓名", "证件类型", "证件号码", "职业名称", "工种/职业方向", "职业技能等级", "证书编号", "发证日期", "发证机构名称");

    private static final String[] FAMILY = {"测", "试", "样", "例", "虚"};
    private static final String[] GIVEN = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private InventedRows() {}

    /** @param serial 0–999999, of which everything else follows */
    public static List<String> row(int serial, LocalDate issueDate) {
        return List.of(
                name(serial), "居民身份证", idNumber(serial), "电工", "无", "高级工", number(serial, issueDate),
                issueDate.toString(), INSTITUTION);
    }

    public static String name(int serial) {
        return FAMILY[serial % FAMILY.length] + GIVEN[serial % GIVEN.length] + GIVEN[serial / 7 % GIVEN.length];
    }

    public static String number(int serial, LocalDate issueDate) {
        return PREFIX + "%02d".formatted(issueDate.getYear() % 100) + "3" + "%06d".formatted(serial);
    }

    public static String idNumber(int serial) {
        LocalDate born = LocalDate.of(1960, 1, 1).plusDays(serial / 999 % 14000);
        String first = "440106" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(serial % 999 + 1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    /** A .csv with rows of consecutive serials. */
    public static String csv(int firstSerial, int rows, LocalDate issueDate) {
        StringBuilder csv = new StringBuilder(String.join(",", HEADER)).append("\r\n");
        for (int i = 0; i < rows; i++) {
            csv.append(String.join(",", row(firstSerial + i, issueDate))).append("\r\n");
        }
        return csv.toString();
    }
}
