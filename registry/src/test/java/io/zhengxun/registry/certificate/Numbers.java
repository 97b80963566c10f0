package io.zhengxun.registry.certificate;

import java.util.List;

/** Invented numbers for the tests of this package, and what their readings say. */
final class Numbers {

    static final String PLAIN = "S000044000012263000123";
    static final String SPECIAL_GRADE = "YT12344000012260000123";
    /** A check character of X. */
    static final String RESIDENT = "44010619900307001X";

    private Numbers() {}

    /** Replaces the character at a position, counted from 1. */
    static String with(String number, int position, String replacement) {
        return number.substring(0, position - 1) + replacement + number.substring(position);
    }

    /** Completes 17 digits by their check character, calculated unlike the code under test (ISO 7064 recursively). */
    static String checked(String seventeenDigits) {
        int rest = 0;
        for (char digit : seventeenDigits.toCharArray()) {
            rest = (rest + digit - '0') * 2 % 11;
        }
        int check = (12 - rest) % 11;
        return seventeenDigits + (check == 10 ? "X" : String.valueOf(check));
    }

    static List<String> codes(Reading<?> reading) {
        return reading.flaws().stream().map(Flaw::code).toList();
    }
}
