package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.demo.DemoPeople;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** Rows of certificate data of people who cannot exist, for the demo's first institution. */
final class ImportRows {

    private static final String[] LEVELS = {"高级技师", "技师", "高级工", "中级工", "初级工"};
    /** The demo's own certificates have the serials below. */
    private static final int FIRST_SERIAL = 10_000;
    private static final int SERIALS = 990_000;
    private static final String HEADER = "姓名,证件类型,证件号码,职业名称,工种/职业方向,职业技能等级,证书编号,发证日期,发证机构名称\r\n";

    /** As many rows have a number of their own within a year. */
    static final int MOST = LEVELS.length * SERIALS;

    private ImportRows() {}

    /** A file answers one issuance, which has one level: at the end of a level's serials fewer rows fit. */
    static int atOnce(int first, int rows) {
        return Math.min(rows, SERIALS - first % SERIALS);
    }

    /** The issuance that the rows answer, as JSON. */
    static String issuance(int first, int rows) {
        return "{\"planNo\": \"bench-%d\", \"occupation\": \"电工\", \"level\": \"%s\", \"count\": %d, \"issueDate\": \"%s\"}"
                .formatted(System.currentTimeMillis(), LEVELS[first / SERIALS], rows, today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** @param first how many rows were used before */
    static byte[] csv(int first, int rows) {
        LocalDate issueDate = today();
        StringBuilder csv = new StringBuilder(rows * 110).append(HEADER);
        for (int n = first; n < first + rows; n++) {
            append(csv, n, issueDate);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder csv, int n, LocalDate issueDate) {
        int level = n / SERIALS;
        String serial = String.valueOf(1_000_000 + FIRST_SERIAL + n % SERIALS).substring(1);
        csv.append(DemoPeople.name(n)).append(",居民身份证,").append(DemoPeople.idNumber(n));
        csv.append(",电工,电工,").append(LEVELS[level]).append(",S000044010001");
        csv.append(issueDate.getYear() % 100).append(level + 1).append(serial).append(',').append(issueDate);
        csv.append(",广州市示例职业技能评价中心（01号）\r\n");
    }
}
