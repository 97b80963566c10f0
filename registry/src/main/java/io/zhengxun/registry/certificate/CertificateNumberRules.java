package io.zhengxun.registry.certificate;

import java.util.ArrayList;
import java.util.List;

/** The positions of a certificate number, and what is said when one of them is wrong (C3, C3a). */
final class CertificateNumberRules {

    static final int LENGTH = 22;

    private static final String RULE = "C3";
    private static final int OLD_LENGTH = 16;
    /** Nearly a certificate number: worth naming its doubtful places besides its length. */
    private static final int NEARLY = 4;

    private static final int PROVINCE = 5;
    private static final int PROVINCE_END = 7;
    private static final int LEVEL = 15;

    private CertificateNumberRules() {}

    /** All flaws of a number without spaces and dashes; empty if it is right. */
    static List<Flaw> flaws(String typed) {
        if (isPlain(typed) || isSpecialGrade(typed)) {
            return List.of();
        }
        if (typed.isEmpty()) {
            return List.of(Flaw.of(RULE, "number.empty"));
        }
        if (typed.length() == OLD_LENGTH && TypedText.isDigits(typed, 0, OLD_LENGTH)) {
            return List.of(Flaw.of("C3a", "number.old-qualification"));
        }
        return typed.length() == LENGTH ? positions(typed) : length(typed);
    }

    private static boolean isPlain(String typed) {
        return typed.length() == LENGTH
                && isCategory(typed.charAt(0))
                && TypedText.isDigits(typed, 1, LENGTH)
                && typed.startsWith(Provinces.OWN, PROVINCE)
                && isLevel(typed.charAt(LEVEL));
    }

    /** Two letters and 20 digits; but {@code SO…} and the like may as well be an {@code S0…} mistyped: doubtful. */
    private static boolean isSpecialGrade(String typed) {
        return typed.length() == LENGTH
                && TypedText.isLetter(typed.charAt(0))
                && TypedText.isLetter(typed.charAt(1))
                && TypedText.isDigits(typed, 2, LENGTH)
                && !(isCategory(typed.charAt(0)) && DigitPlaces.resembling(typed.charAt(1)) != '?');
    }

    private static List<Flaw> length(String typed) {
        List<Flaw> flaws = new ArrayList<>();
        flaws.add(Flaw.of(RULE, "number.length", String.valueOf(typed.codePointCount(0, typed.length()))));
        if (Math.abs(typed.length() - LENGTH) <= NEARLY) {
            addCategory(flaws, typed);
            flaws.addAll(DigitPlaces.flaws(RULE, typed, 1, typed.length()));
        }
        return flaws;
    }

    private static List<Flaw> positions(String typed) {
        List<Flaw> flaws = new ArrayList<>();
        addCategory(flaws, typed);
        flaws.addAll(DigitPlaces.flaws(RULE, typed, 1, LEVEL));
        addProvince(flaws, typed);
        addLevel(flaws, typed);
        flaws.addAll(DigitPlaces.flaws(RULE, typed, LEVEL + 1, LENGTH));
        return flaws;
    }

    private static void addCategory(List<Flaw> flaws, String typed) {
        if (!isCategory(typed.charAt(0))) {
            flaws.add(Flaw.of(RULE, "number.category"));
        }
    }

    private static void addProvince(List<Flaw> flaws, String typed) {
        String code = "" + DigitPlaces.resembling(typed.charAt(PROVINCE))
                + DigitPlaces.resembling(typed.charAt(PROVINCE_END - 1));
        if (code.contains("?") || code.equals(Provinces.OWN)) {
            return;
        }
        flaws.add(Provinces.nameOf(code)
                .map(name -> Flaw.of(RULE, "number.other-province", name))
                .orElseGet(() -> Flaw.of(RULE, "number.province")));
    }

    private static void addLevel(List<Flaw> flaws, String typed) {
        char level = typed.charAt(LEVEL);
        if (!isLevel(DigitPlaces.resembling(level))) {
            flaws.add(Flaw.of(RULE, "number.level"));
        } else if (!TypedText.isDigit(level)) {
            flaws.add(DigitPlaces.lookalike(typed, LEVEL));
        }
    }

    private static boolean isCategory(char c) {
        return c == 'Y' || c == 'S' || c == 'y' || c == 's';
    }

    private static boolean isLevel(char c) {
        return c >= '1' && c <= '5';
    }
}
