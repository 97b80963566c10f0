package io.zhengxun.understanding.field;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells certificate numbers from ID numbers in a run of letters and digits, which may be broken by spaces and dashes:
 * of all ways to join its pieces, the one that explains most characters.
 */
final class CodeReader {

    /** What a code is taken for; the text is as typed, without spaces: a flaw names the character that was typed (C3a). */
    record Code(Kind kind, String text) {}

    enum Kind {
        NUMBER,
        ID,
        OTHER
    }

    private static final Pattern GAP = Pattern.compile("[\\s\\-–—_.]+");
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{16}");
    /** Documents of fixed form that can be told without a label: Chinese passports and permits. */
    private static final Pattern TRAVEL_DOCUMENT = Pattern.compile("[A-Z]{1,2}[0-9]{7,8}|[HM][0-9]{10}|[A-Z]{3}[0-9]{12}");
    private static final int MOST_PIECES = 12;
    private static final int ID_LENGTH = 18;
    private static final int BOTH = 40;
    private static final int RIGHT = 100;
    private static final int LIKELY = 20;
    private static final int DOUBTFUL = 5;

    private record Guess(Kind kind, int weight) {}

    private CodeReader() {}

    static List<Code> read(String run) {
        List<String> pieces = GAP.splitAsStream(run.strip())
                .filter(piece -> !piece.isEmpty())
                .flatMap(CodeReader::unglued)
                .limit(MOST_PIECES)
                .toList();
        return best(pieces);
    }

    /** A number and an ID number typed without a gap; apart only where both are right. */
    private static Stream<String> unglued(String piece) {
        if (piece.length() != BOTH) {
            return Stream.of(piece);
        }
        for (int cut : new int[] {ID_LENGTH, BOTH - ID_LENGTH}) {
            String first = piece.substring(0, cut);
            String second = piece.substring(cut);
            if (guess(first.toUpperCase(Locale.ROOT)).weight() == RIGHT
                    && guess(second.toUpperCase(Locale.ROOT)).weight() == RIGHT) {
                return Stream.of(first, second);
            }
        }
        return Stream.of(piece);
    }

    /** The best way to join the pieces from each on, from the last to the first. */
    private static List<Code> best(List<String> pieces) {
        int[] score = new int[pieces.size() + 1];
        List<List<Code>> codes = new ArrayList<>(Collections.nCopies(pieces.size() + 1, List.of()));
        for (int from = pieces.size() - 1; from >= 0; from--) {
            score[from] = Integer.MIN_VALUE;
            StringBuilder joined = new StringBuilder();
            for (int to = from + 1; to <= pieces.size(); to++) {
                joined.append(pieces.get(to - 1));
                Guess guess = guess(joined.toString().toUpperCase(Locale.ROOT));
                int total = guess.weight() * joined.length() - (to - from) + score[to];
                if (total > score[from]) {
                    score[from] = total;
                    codes.set(from, prepend(new Code(guess.kind(), joined.toString()), codes.get(to)));
                }
            }
        }
        return codes.get(0);
    }

    private static List<Code> prepend(Code first, List<Code> rest) {
        List<Code> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static Guess guess(String text) {
        if (CertificateNumber.read(text).flaws().isEmpty()) {
            return new Guess(Kind.NUMBER, RIGHT);
        }
        if (text.length() == ID_LENGTH && IdNumber.read(text).flaws().isEmpty()) {
            return new Guess(Kind.ID, RIGHT);
        }
        if (TRAVEL_DOCUMENT.matcher(text).matches()) {
            return new Guess(Kind.ID, LIKELY);
        }
        return doubtfulGuess(text);
    }

    private static Guess doubtfulGuess(String text) {
        int length = text.length();
        long digits = text.chars().filter(Character::isDigit).count();
        boolean begins = text.startsWith("Y") || text.startsWith("S");
        if (OLD_NUMBER.matcher(text).matches()
                || begins && length >= 12 && length <= 26 && digits >= length * 2 / 3
                || length >= 20 && digits >= length * 2 / 3) {
            return new Guess(Kind.NUMBER, DOUBTFUL);
        }
        if (length == 15 && digits == 15 || length >= 17 && length <= 19 && digits >= 13) {
            return new Guess(Kind.ID, DOUBTFUL);
        }
        return new Guess(Kind.OTHER, 0);
    }
}
