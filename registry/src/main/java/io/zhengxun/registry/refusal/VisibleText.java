package io.zhengxun.registry.refusal;

/**
 * What people write is kept only if it can be seen as it is: control characters spoil lists and sheets, and invisible ones
 * (Unicode Cf) may show a text in another order than it has.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Whether a text of several lines holds nothing invisible but line breaks and tabs. */
    public static boolean holds(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || isVisible(c));
    }

    /** Whether a text of one line, e.g. a name, holds nothing invisible at all. */
    public static boolean holdsLine(String text) {
        return text.codePoints().allMatch(VisibleText::isVisible);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
