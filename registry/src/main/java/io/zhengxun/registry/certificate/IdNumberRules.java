package io.zhengxun.registry.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a number must look like by type of document (C2), and what is said when it does not (C3a). */
final class IdNumberRules {

    private static final String RULE = "C2";
    private static final int OLD_LENGTH = 15;
    private static final int COUNTRY_LETTERS = 3;
    private static final int PASSPORT_MIN = 5;
    private static final int PASSPORT_MAX = 17;
    /** Hong Kong, Macao, Taiwan. */
    private static final Set<String> RESIDENCE_PREFIXES = Set.of("81", "82", "83");

    private IdNumberRules() {}

    /** All flaws of a number without spaces and dashes; empty if it is right. */
    static List<Flaw> flaws(IdType type, String typed) {
        if (typed.isEmpty()) {
            return List.of(Flaw.of(RULE, "id.empty"));
        }
        return switch (type) {
            case RESIDENT_ID -> resident(typed);
            case RESIDENCE_PERMIT -> residencePermit(typed);
            case HONG_KONG_MACAO_PERMIT -> hongKongMacao(typed);
            case TAIWAN_PERMIT -> taiwan(typed);
            case FOREIGNER_PERMANENT_RESIDENCE -> foreigner(typed);
            case PASSPORT -> passport(typed);
        };
    }

    /** The type of which the number most likely is; a resident's where nothing else fits. */
    static IdType likelyType(String typed) {
        int length = typed.length();
        if (length == 0) {
            return IdType.RESIDENT_ID;
        }
        if (length == EighteenCharacters.LENGTH) {
            return typed.charAt(0) == '9'
                    ? IdType.FOREIGNER_PERMANENT_RESIDENCE
                    : hasResidencePrefix(typed) ? IdType.RESIDENCE_PERMIT : IdType.RESIDENT_ID;
        }
        if (hongKongMacao(typed).isEmpty()) {
            return IdType.HONG_KONG_MACAO_PERMIT;
        }
        if (taiwan(typed).isEmpty()) {
            return IdType.TAIWAN_PERMIT;
        }
        if (isOldForeigner(typed)) {
            return IdType.FOREIGNER_PERMANENT_RESIDENCE;
        }
        // Digits alone are a passport's only at nine; 11 are a phone number, 17 a resident's with one lost.
        boolean digitsOnly = TypedText.isDigits(typed, 0, length);
        return passport(typed).isEmpty() && (!digitsOnly || length == 9) ? IdType.PASSPORT : IdType.RESIDENT_ID;
    }

    private static List<Flaw> resident(String typed) {
        if (typed.length() == OLD_LENGTH && TypedText.isDigits(typed, 0, OLD_LENGTH)) {
            return List.of(Flaw.of(RULE, "id.old-resident"));
        }
        List<Flaw> flaws = EighteenCharacters.flaws(typed);
        if (typed.length() != EighteenCharacters.LENGTH || !TypedText.isDigits(typed, 0, 2)) {
            return flaws;
        }
        if (hasResidencePrefix(typed)) {
            return with(flaws, "id.residence-permit");
        }
        // 71 is Taiwan's in GB/T 2260: residents of Taiwanese origin may have it.
        boolean known = Provinces.nameOf(typed.substring(0, 2)).isPresent() || typed.startsWith("71");
        return known ? flaws : with(flaws, "id.province");
    }

    private static List<Flaw> residencePermit(String typed) {
        List<Flaw> flaws = EighteenCharacters.flaws(typed);
        boolean comparable = typed.length() == EighteenCharacters.LENGTH && TypedText.isDigits(typed, 0, 2);
        return comparable && !hasResidencePrefix(typed) ? with(flaws, "id.residence-prefix") : flaws;
    }

    private static boolean hasResidencePrefix(String typed) {
        return RESIDENCE_PREFIXES.contains(typed.substring(0, 2));
    }

    /** H or M, 8 digits for life, on the older cards 2 more that count the renewals. */
    private static List<Flaw> hongKongMacao(String typed) {
        int length = typed.length();
        boolean lengthFits = length == 9 || length == 11;
        boolean letterFits = "HMhm".indexOf(typed.charAt(0)) >= 0;
        if (!lengthFits || !letterFits) {
            return List.of(Flaw.of(RULE, "id.hong-kong-macao"));
        }
        return DigitPlaces.flaws(RULE, typed, 1, length);
    }

    /** 8 digits; 10 on the booklets of before 2015. */
    private static List<Flaw> taiwan(String typed) {
        int length = typed.length();
        return length == 8 || length == 10
                ? DigitPlaces.flaws(RULE, typed, 0, length)
                : List.of(Flaw.of(RULE, "id.taiwan"));
    }

    /** Since December 2023 18 characters that begin with 9; before, 3 letters of the country and 12 digits. */
    private static List<Flaw> foreigner(String typed) {
        if (typed.length() == EighteenCharacters.LENGTH) {
            List<Flaw> flaws = EighteenCharacters.flaws(typed);
            return typed.charAt(0) == '9' ? flaws : with(flaws, "id.foreigner-prefix");
        }
        if (typed.length() != OLD_LENGTH) {
            return List.of(Flaw.of(RULE, "id.foreigner"));
        }
        List<Flaw> flaws = DigitPlaces.flaws(RULE, typed, COUNTRY_LETTERS, OLD_LENGTH);
        return hasCountryLetters(typed) ? flaws : with(flaws, "id.foreigner-letters");
    }

    private static boolean isOldForeigner(String typed) {
        return typed.length() == OLD_LENGTH && foreigner(typed).isEmpty();
    }

    private static boolean hasCountryLetters(String typed) {
        return typed.chars().limit(COUNTRY_LETTERS).allMatch(c -> TypedText.isLetter((char) c));
    }

    private static List<Flaw> passport(String typed) {
        boolean lengthFits = typed.length() >= PASSPORT_MIN && typed.length() <= PASSPORT_MAX;
        boolean charactersFit = typed.chars().allMatch(c -> TypedText.isDigit((char) c) || TypedText.isLetter((char) c));
        boolean hasDigit = typed.chars().anyMatch(c -> TypedText.isDigit((char) c));
        return lengthFits && charactersFit && hasDigit ? List.of() : List.of(Flaw.of(RULE, "id.passport"));
    }

    private static List<Flaw> with(List<Flaw> flaws, String code) {
        List<Flaw> all = new ArrayList<>(flaws);
        all.add(Flaw.of(RULE, code));
        return all;
    }
}
