package io.zhengxun.registry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What only one test of this module has: all its tests share a database, and chance repeats itself now and then. No test
 * writes a prefix between S000044600001 and S000044899999 literally.
 */
public final class FreshNumbers {

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
}
