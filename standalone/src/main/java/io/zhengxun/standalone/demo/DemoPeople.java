package io.zhengxun.standalone.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Holders that cannot exist: a surname with a term of the sexagenary cycle for a given name, and an ID number of an
 * area code that was never assigned, with a valid check character (GB 11643).
 */
public final class DemoPeople {

    private static final String[] SURNAMES = {
        "陈", "李", "黄", "张", "梁", "林", "王", "吴", "刘", "罗", "何", "郑", "谢", "冯", "曾", "邓", "欧阳", "司徒", "叶", "苏"
    };
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    /** No such area: 44 is Guangdong, 0099 belongs to nobody. */
    private static final String AREA = "440099";

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1962, 1, 1);
    private static final int BIRTHDAYS = 14_600;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private DemoPeople() {}

    public static String name(int person) {
        int given = person / SURNAMES.length;
        return SURNAMES[person % SURNAMES.length]
                + STEMS.charAt(given % STEMS.length())
                + BRANCHES.charAt(given / STEMS.length() % BRANCHES.length());
    }

    /** Different for every person from 0 to some fourteen million. */
    public static String idNumber(int person) {
        LocalDate birthday = FIRST_BIRTHDAY.plusDays((long) person * 13 % BIRTHDAYS);
        String digits = AREA + DateTimeFormatter.BASIC_ISO_DATE.format(birthday) + "%03d".formatted(person / BIRTHDAYS + 1);
        return digits + checkCharacter(digits);
    }

    private static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
