package io.zhengxun.registry.privacy;

/** How numbers by which a person is reached are shown to those who need not call: 138****5678. */
public final class PhoneMask {

    private static final int HEAD = 3;
    private static final int TAIL = 4;

    private PhoneMask() {}

    /** Hides four characters at least; a short one altogether. */
    public static String of(String number) {
        if (number == null || number.length() < HEAD + TAIL + TAIL) {
            return number == null || number.isEmpty() ? "" : "****";
        }
        return number.substring(0, HEAD) + "****" + number.substring(number.length() - TAIL);
    }
}
