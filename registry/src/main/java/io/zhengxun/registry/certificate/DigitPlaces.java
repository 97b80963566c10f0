package io.zhengxun.registry.certificate;

import java.util.ArrayList;
import java.util.List;

/** Names the places of a typed number where a digit should stand and something else does (C3a). */
final class DigitPlaces {

    /** More doubtful letters than this are named by their places only: then it is no slip of the finger. */
    private static final int NAMED_LETTERS = 3;

    private DigitPlaces() {}

    /** The digit that a letter is easily mistaken for, a digit itself, or {@code '?'}. */
    static char resembling(char c) {
        if (TypedText.isDigit(c)) {
            return c;
        }
        return switch (c) {
            case 'O', 'o' -> '0';
            case 'I', 'i', 'L', 'l' -> '1';
            case 'Z', 'z' -> '2';
            case 'S', 's' -> '5';
            case 'B' -> '8';
            default -> '?';
        };
    }

    /** Flaws of the characters from index {@code from} up to before {@code to}. */
    static List<Flaw> flaws(String rule, String typed, int from, int to) {
        if (TypedText.isDigits(typed, from, to)) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = from; i < to; i++) {
            char c = typed.charAt(i);
            if (resembling(c) == '?' || flaws.size() == NAMED_LETTERS && !TypedText.isDigit(c)) {
                others.add(place(i));
            } else if (!TypedText.isDigit(c)) {
                flaws.add(lookalike(typed, i));
            }
        }
        if (!others.isEmpty()) {
            flaws.add(Flaw.of(rule, "not-a-digit", String.join("、", others)));
        }
        return flaws;
    }

    static Flaw lookalike(String typed, int index) {
        char c = typed.charAt(index);
        return Flaw.of("C3a", "looks-like-digit", place(index), String.valueOf(c), String.valueOf(resembling(c)));
    }

    /** People count from 1. */
    private static String place(int index) {
        return String.valueOf(index + 1);
    }
}
