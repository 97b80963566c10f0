package io.zhengxun.registry.notice.text;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The platform's rules for fields (wechat-platform.md 6.4), read anew character by character, for tests of what we send. */
final class PlatformRules {

    private PlatformRules() {}

    /** Whether the platform takes the value under that key. */
    static boolean accept(String key, String value) {
        int[] characters = value.codePoints().toArray();
        if (characters.length == 0 || Character.isWhitespace(characters[0])
                || Character.isWhitespace(characters[characters.length - 1])) {
            return false;
        }
        for (int character : characters) {
            if (Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                    || Character.getType(character) == Character.SURROGATE) {
                return false;
            }
        }
        return switch (key.replaceAll("[0-9]+$", "")) {
            case "thing", "enum", "const", "short_thing" -> characters.length <= 20;
            case "number" -> characters.length <= 32 && all(characters, "0123456789.");
            case "letter" -> characters.length <= 32 && value.chars().allMatch(PlatformRules::isLatin);
            case "symbol" -> characters.length <= 5 && value.codePoints().noneMatch(Character::isLetterOrDigit);
            case "character_string" -> characters.length <= 32 && value.chars().allMatch(c -> c > 0x20 && c < 0x7F);
            case "time" -> isTime(value);
            case "date" -> isDate(value);
            case "name" -> isName(value, characters.length);
            case "phrase" -> characters.length <= 5 && value.codePoints().allMatch(PlatformRules::isHan);
            case "amount" -> value.replaceAll("[^0-9]", "").length() <= 10 && all(characters, "¥￥$€0123456789.元");
            case "phone_number" -> characters.length <= 17 && all(characters, "0123456789+-() ");
            case "car_number" -> characters.length <= 8;
            default -> false;
        };
    }

    private static boolean all(int[] characters, String of) {
        Set<Integer> allowed = new HashSet<>(of.codePoints().boxed().toList());
        for (int character : characters) {
            if (!allowed.contains(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String value, int length) {
        boolean chinese = value.codePoints().anyMatch(PlatformRules::isHan);
        return length <= (chinese ? 10 : 20) && value.codePoints().noneMatch(Character::isDigit);
    }

    private static boolean isTime(String value) {
        int blank = value.indexOf(' ');
        String[] parts = value.substring(blank + 1).split(":", -1);
        return (blank < 0 || isDate(value.substring(0, blank)))
                && parts.length >= 2
                && parts[0].length() == 2
                && Integer.parseInt(parts[0]) < 24
                && parts[1].length() == 2
                && Integer.parseInt(parts[1]) < 60;
    }

    private static boolean isDate(String value) {
        String[] parts = value.split("[年月日]", -1);
        if (parts.length != 4 || !parts[3].isEmpty() || parts[0].length() != 4) {
            return false;
        }
        LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return true;
    }

    private static boolean isLatin(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }
}
