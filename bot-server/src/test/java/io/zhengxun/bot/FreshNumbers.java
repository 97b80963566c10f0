package io.zhengxun.bot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What only one test of this module has: all its tests share a database, and chance repeats itself now and then. No test
 * writes a prefix between S000044600001 and S000044899999 literally.
 */
public final class FreshNumbers {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1970, 1, 1);
    /** GB 11643. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private static final AtomicInteger PREFIXES = new AtomicInteger(600_000);
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    private FreshNumbers() {}

    /** The number prefix of an institution of Guangdong that nobody has filed. */
    public static String prefix() {
        return prefix('S');
    }

    /** @param kind the letter that it begins with, S or Y */
    public static String prefix(char kind) {
        return kind + "000044%06d".formatted(PREFIXES.incrementAndGet());
    }

    /** Of five digits. */
    public static int next() {
        return NUMBERS.incrementAndGet();
    }

    /** An ID number that is right and nobody's: there is no region 440099. */
    public static String residentId() {
        int number = next();
        String front = "440099" + FIRST_BIRTHDAY.plusDays(number / 1000).format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(number % 1000);
        int sum = 0;
        for (int i = 0; i < front.length(); i++) {
            sum += (front.charAt(i) - '0') * WEIGHTS[i];
        }
        return front + CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
