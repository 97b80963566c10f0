package io.zhengxun.registry.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all identity numbers of 18 characters share (GB 11643): 17 digits, of which 7–14 are the date of birth, and a
 * check character by ISO 7064 MOD 11-2.
 */
final class EighteenCharacters {

    static final int LENGTH = 18;

    private static final String RULE = "C2";
    private static final int LAST = LENGTH - 1;
    private static final int BIRTH = 6;
    private static final int BIRTH_END = 14;
    private static final int FIRST_YEAR = 1900;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private EighteenCharacters() {}

    static List<Flaw> flaws(String typed) {
        if (typed.length() != LENGTH) {
            return length(typed);
        }
        List<Flaw> flaws = new ArrayList<>(DigitPlaces.flaws(RULE, typed, 0, LAST));
        addLast(flaws, typed.charAt(LAST));
        if (TypedText.isDigits(typed, BIRTH, BIRTH_END) && birthDate(typed).isEmpty()) {
            flaws.add(Flaw.of(RULE, "id.birth-date"));
        }
        // A check character means something only if all before it is as it should be.
        if (flaws.isEmpty() && checkCharacter(typed) != Character.toUpperCase(typed.charAt(LAST))) {
            flaws.add(Flaw.of(RULE, "id.check-character"));
        }
        return flaws;
    }

    private static List<Flaw> length(String typed) {
        String count = String.valueOf(typed.codePointCount(0, typed.length()));
        return List.of(Flaw.of(RULE, "id.length", count, String.valueOf(LENGTH)));
    }

    private static void addLast(List<Flaw> flaws, char last) {
        if (TypedText.isDigit(last) || last == 'X' || last == 'x') {
            return;
        }
        flaws.add(
                DigitPlaces.resembling(last) == '?'
                        ? Flaw.of(RULE, "id.last-character")
                        : Flaw.of("C3a", "looks-like-digit", String.valueOf(LENGTH), String.valueOf(last),
                                String.valueOf(DigitPlaces.resembling(last))));
    }

    /** The date at positions 7–14, which must be digits, if it is a real one since 1900. */
    static Optional<LocalDate> birthDate(String typed) {
        int year = Integer.parseInt(typed, BIRTH, BIRTH + 4, 10);
        int month = Integer.parseInt(typed, BIRTH + 4, BIRTH + 6, 10);
        int day = Integer.parseInt(typed, BIRTH + 6, BIRTH_END, 10);
        if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String typed) {
        int sum = 0;
        for (int i = 0; i < LAST; i++) {
            sum += (typed.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
