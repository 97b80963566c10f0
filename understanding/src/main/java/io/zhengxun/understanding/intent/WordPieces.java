package io.zhengxun.understanding.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that the sentence model knows, as BERT does: each Han character and each sign alone, other words by
 * their longest known beginnings.
 */
final class WordPieces {

    private static final int UNKNOWN = 100;
    private static final int BEGIN = 101;
    private static final int END = 102;
    private static final String INSIDE = "##";

    private final Map<String, Integer> vocabulary;
    private final int most;

    /** @param most the most pieces of a text, its begin and end among them; the rest is cut off */
    WordPieces(Map<String, Integer> vocabulary, int most) {
        this.vocabulary = vocabulary;
        this.most = most;
    }

    long[] of(String text) {
        List<Integer> pieces = new ArrayList<>(text.length() + 2);
        pieces.add(BEGIN);
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
                word.appendCodePoint(c);
                return;
            }
            addWord(pieces, word);
            if (!Character.isWhitespace(c)) {
                pieces.add(vocabulary.getOrDefault(Character.toString(c), UNKNOWN));
            }
        });
        addWord(pieces, word);
        List<Integer> fitting = pieces.subList(0, Math.min(pieces.size(), most - 1));
        long[] ids = new long[fitting.size() + 1];
        for (int i = 0; i < fitting.size(); i++) {
            ids[i] = fitting.get(i);
        }
        ids[fitting.size()] = END;
        return ids;
    }

    private void addWord(List<Integer> pieces, StringBuilder typed) {
        String word = typed.toString().toLowerCase(Locale.ROOT);
        typed.setLength(0);
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from < word.length(); ) {
            int to = longest(word, from);
            if (to == from) {
                pieces.add(UNKNOWN);
                return;
            }
            found.add(vocabulary.get(piece(word, from, to)));
            from = to;
        }
        pieces.addAll(found);
    }

    private int longest(String word, int from) {
        int to = word.length();
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : INSIDE + word.substring(from, to);
    }
}
