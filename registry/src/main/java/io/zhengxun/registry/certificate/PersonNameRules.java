package io.zhengxun.registry.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Of what a name consists (C1), how it is levelled when read and when compared. */
final class PersonNameRules {

    private static final String RULE = "C1";
    private static final int MAX_LENGTH = 50;
    private static final int MAX_NAMED_PLACES = 5;
    private static final String MIDDLE_DOTS = "·•‧・･∙⋅᛫\u0387";
    private static final String APOSTROPHES = "'’‘ʼ`´";
    private static final char MIDDLE_DOT = '·';

    private PersonNameRules() {}

    static String levelled(String raw) {
        if (raw == null) {
            return "";
        }
        return isCommonHan(raw) ? raw : levelledSlowly(raw);
    }

    private static String levelledSlowly(String raw) {
        StringBuilder words = new StringBuilder(raw.length());
        boolean han = false;
        boolean gap = false;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (TypedText.isSpace(c) && !isOverride(c)) {
                gap = words.length() > 0;
                continue;
            }
            if (gap) {
                words.append(' ');
                gap = false;
            }
            han |= isHan(c);
            words.appendCodePoint(c < 0x10000 ? TypedText.halfWidth((char) c) : c);
        }
        // NFC, so that a letter and its accent are one character whatever keyboard typed them.
        String text = Normalizer.normalize(words, Normalizer.Form.NFC);
        return han ? text.replace(" ", "") : text;
    }

    /** Turns the order in which a name is seen: without it, the name would be another one than was looked at. */
    private static boolean isOverride(int c) {
        return c == 0x202D || c == 0x202E;
    }

    /** All flaws of a levelled name; empty if it is right. */
    static List<Flaw> flaws(String name) {
        if (name.isEmpty()) {
            return List.of(Flaw.of(RULE, "name.empty"));
        }
        int length = name.codePointCount(0, name.length());
        List<Flaw> flaws = new ArrayList<>(0);
        if (length > MAX_LENGTH) {
            flaws.add(Flaw.of(RULE, "name.length", String.valueOf(length), String.valueOf(MAX_LENGTH)));
        }
        if (!isCommonHan(name)) {
            addPlaces(flaws, name.codePoints().limit(MAX_LENGTH).toArray());
        }
        return flaws;
    }

    private static void addPlaces(List<Flaw> flaws, int[] characters) {
        boolean han = has(characters, true);
        boolean latin = has(characters, false);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < characters.length && places.size() < MAX_NAMED_PLACES; i++) {
            boolean inside = i > 0 && isJoint(characters[i], han);
            if (!isHan(characters[i]) && !isLatin(characters[i]) && !inside) {
                places.add(String.valueOf(i + 1));
            }
        }
        if (!places.isEmpty()) {
            flaws.add(Flaw.of(RULE, "name.character", String.join("、", places)));
        }
        if (han && latin) {
            flaws.add(Flaw.of(RULE, "name.mixed"));
        }
    }

    private static boolean has(int[] characters, boolean han) {
        for (int c : characters) {
            if (han ? isHan(c) : isLatin(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJoint(int c, boolean han) {
        return han ? isMiddleDot(c) : c == ' ' || c == '.' || isMiddleDot(c) || isApostrophe(c) || TypedText.isDash(c);
    }

    static String canonical(String name) {
        if (isCommonHan(name)) {
            return name;
        }
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder canonical = new StringBuilder(upper.length());
        upper.codePoints().filter(c -> !TypedText.isSpace(c)).map(PersonNameRules::unified).forEach(
                canonical::appendCodePoint);
        return Normalizer.normalize(canonical, Normalizer.Form.NFKC);
    }

    private static int unified(int c) {
        if (isMiddleDot(c)) {
            return MIDDLE_DOT;
        }
        if (isApostrophe(c)) {
            return '\'';
        }
        return TypedText.isDash(c) ? '-' : c;
    }

    /** The way by which nearly every name goes: characters of the basic block, which NFKC leaves alone. */
    private static boolean isCommonHan(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 0x4E00 || name.charAt(i) > 0x9FFF) {
                return false;
            }
        }
        return true;
    }

    /** Planes 2 and 3 as a whole: real names stand in extension blocks that are younger than the JDK's tables. */
    private static boolean isHan(int c) {
        return c >= 0x20000 && c <= 0x3FFFD || c == '〇' || Character.isIdeographic(c) && Character.isLetter(c);
    }

    private static boolean isLatin(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN && Character.isLetter(c);
    }

    private static boolean isMiddleDot(int c) {
        return MIDDLE_DOTS.indexOf(c) >= 0;
    }

    private static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }
}
