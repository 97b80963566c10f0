package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.FieldFlaw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a password strong (G 25); the figures are <i>ours</i>. All that is wrong is told at once. */
final class PasswordRules {

    static final int LONGEST = 128;
    private static final int KINDS = 3;
    private static final int DISTINCT = 6;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @param field the form's field that holds the password */
    static List<FieldFlaw> flaws(String field, String password, String username, int shortest) {
        List<FieldFlaw> flaws = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            flaws.add(FieldFlaw.of(field, "password.length", String.valueOf(shortest), String.valueOf(LONGEST)));
        }
        if (kinds(password) < KINDS) {
            flaws.add(FieldFlaw.of(field, "password.kinds", String.valueOf(KINDS)));
        }
        if (contains(password, username)) {
            flaws.add(FieldFlaw.of(field, "password.username"));
        }
        if (isCommon(password)) {
            flaws.add(FieldFlaw.of(field, "password.common"));
        }
        return flaws;
    }

    /** Upper-case letters, lower-case letters, digits, and everything else. */
    static long kinds(String password) {
        Stream<Predicate<Integer>> kinds = Stream.of(
                Character::isUpperCase,
                Character::isLowerCase,
                Character::isDigit,
                c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c));
        return kinds.filter(kind -> password.codePoints().boxed().anyMatch(kind)).count();
    }

    static boolean contains(String password, String username) {
        return password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }

    /** A well-known word with digits and signs around it or in place of letters, or a few characters over and over. */
    static boolean isCommon(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String core = lower.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return COMMON.contains(letters(lower))
                || COMMON.contains(letters(undisguised(core)))
                || lower.codePoints().distinct().count() < DISTINCT;
    }

    private static String letters(String text) {
        return text.replaceAll("[^a-z]", "");
    }

    private static String undisguised(String lower) {
        return lower
                .replace('@', 'a').replace('4', 'a').replace('3', 'e').replace('1', 'i').replace('!', 'i')
                .replace('0', 'o').replace('5', 's').replace('$', 's').replace('7', 't');
    }

    private static Set<String> common() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
