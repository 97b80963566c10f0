package io.zhengxun.registry.certificate;

/** Typed text, levelled by what does not change a character's identity (C3a). */
final class TypedText {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';

    private TypedText() {}

    /**
     * The letters and digits of a number as typed: full width made half width, spaces and dashes left out. Case
     * stays, so that a doubtful {@code l} can be named as it was typed.
     */
    static String compact(String raw) {
        if (raw == null) {
            return "";
        }
        return isCompact(raw) ? raw : compacted(raw);
    }

    private static boolean isCompact(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isDigit(raw.charAt(i)) && !isLetter(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String compacted(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = halfWidth(raw.charAt(i));
            if (!isSpace(c) && !isDash(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    static char halfWidth(char c) {
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (char) (c - FULL_WIDTH_OFFSET) : c;
    }

    /** Spaces of all widths, and the invisible characters that spreadsheets and chats leave behind. */
    static boolean isSpace(int c) {
        return c <= ' ' || c == 0x7F || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    static boolean isDash(int c) {
        return c == '-' || c == '_' || c == 0x2212 || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** ASCII only: an upper case that changes the length (ß) has no place in a number. */
    static String upperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return upperCased(text);
            }
        }
        return text;
    }

    private static String upperCased(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= 'a' && characters[i] <= 'z') {
                characters[i] -= 'a' - 'A';
            }
        }
        return new String(characters);
    }
}
