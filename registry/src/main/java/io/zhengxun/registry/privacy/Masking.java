package io.zhengxun.registry.privacy;

/** How personal values are shown (Q3); the only place that knows how many characters remain visible. */
public final class Masking {

    private static final String STAR = "*";
    private static final int NAME_STARS = 3;
    private static final int ID_HEAD = 3;
    private static final int ID_TAIL = 2;
    private static final int ID_HIDDEN = 4;

    private Masking() {}

    /**
     * Keeps the first character: 张*, 欧**. One star stands for each hidden character, at most three, so that a
     * long name is not recognised by its length. A name of a single character is hidden altogether.
     */
    public static String name(String plain) {
        int length = plain.codePointCount(0, plain.length());
        if (length < 2) {
            return STAR;
        }
        String first = plain.substring(0, plain.offsetByCodePoints(0, 1));
        return first + STAR.repeat(Math.min(NAME_STARS, length - 1));
    }

    /**
     * Keeps at most the first three and the last two characters, and hides at least half of them and at least four:
     * of a passport number of nine characters, four remain visible.
     */
    public static String id(String plain) {
        int length = plain.length();
        int hidden = Math.min(length, Math.max(ID_HIDDEN, (length + 1) / 2));
        int tail = Math.min(ID_TAIL, (length - hidden) / 2);
        int head = Math.min(ID_HEAD, length - hidden - tail);
        return plain.substring(0, head) + STAR.repeat(length - head - tail) + plain.substring(length - tail);
    }
}
