package io.zhengxun.registry.question;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How alike two questions are written: by the characters and pairs of characters that they share. */
final class Resemblance {

    /** From here on two questions are counted together (ours). */
    static final double ALIKE = 0.5;

    private final Set<String> parts;

    private Resemblance(Set<String> parts) {
        this.parts = parts;
    }

    static Resemblance of(String text) {
        int[] letters = text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).toArray();
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < letters.length; i++) {
            parts.add(new String(letters, i, 1));
            if (i > 0) {
                parts.add(new String(letters, i - 1, 2));
            }
        }
        return new Resemblance(parts);
    }

    /** Between 0 and 1 (Dice). */
    double to(Resemblance other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return parts.equals(other.parts) ? 1 : 0;
        }
        long shared = parts.stream().filter(other.parts::contains).count();
        return 2.0 * shared / (parts.size() + other.parts.size());
    }
}
