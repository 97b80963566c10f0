package io.zhengxun.bot.conversation;

import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is done about a guess, by its certainty. A wrong answer costs more than a question back (section 8). The thresholds were chosen
 * on the development set (understanding/src/test/resources/understanding/development, 1,052 messages): from CLEAR on 98.8 % are right,
 * 93 % of all messages; of the others the right intent is among the first two in 89 %.
 */
final class Deciding {

    static final double CLEAR = 0.6;

    /** The first two together; below it both are guesses at random. */
    static final double CLOSE = 0.4;

    /** An intent offered beside another one; below it nobody means it. */
    static final double WORTH_OFFERING = 0.12;

    private static final int MOST_OFFERED = 2;

    /** In the middle of a dialog: an answer taken for a question loses what was said. Above it 99.4 % are right. */
    static final double INTERRUPTS = 0.9;

    /** Characters; shorter ones are asked of the dialog first, since they may answer it, whatever they look like. */
    private static final int SHORT = 5;

    private static final Set<Intent> LOOK_UPS = EnumSet.of(Intent.LOOKUP, Intent.PROGRESS, Intent.NOT_FOUND, Intent.SUBSCRIBE);

    /** To whoever gives a number, looking it up says more than a general answer. */
    private static final Set<Intent> LOOK_UPS_WITH_NUMBERS = EnumSet.of(
            Intent.HOW_TO_QUERY, Intent.TIME_LIMITS, Intent.GREETING, Intent.THANKS, Intent.OUT_OF_SCOPE);

    private static final Pattern NAME_LABEL = Pattern.compile("(?:姓名|名字|名|我叫|我是)?");

    /** Without a word; as many digits as no year or amount has. */
    private static final Pattern DIGITS = Pattern.compile("(?=(?:[a-z]*[0-9]){5})[a-z]{0,3}[0-9]+[a-z]?");

    /** TS261124-7KQ2MX4T, TH261124-7KQ2MX4T. */
    private static final Pattern REFERENCE = Pattern.compile("t[sh][0-9]{6}[0-9a-z]{8}");

    private static final int LONGEST_REFERENCE = 40;

    private static final Set<Intent> PLEASANTRIES = EnumSet.of(Intent.GREETING, Intent.THANKS);

    private Deciding() {}

    /** With fields: the intent by which they are looked up, unless clearly something else is wanted. */
    static Optional<Intent> byFields(Heard heard) {
        Understood understood = heard.understood();
        TypedFields fields = understood.fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Intent intent = understood.intent();
        boolean hasNumber = fields.number().isPresent() || fields.idNumber().isPresent();
        boolean lookedUp = LOOK_UPS.contains(intent)
                || isNothingButFields(heard)
                || hasNumber && (understood.score() < CLEAR || LOOK_UPS_WITH_NUMBERS.contains(intent));
        return lookedUp ? Optional.of(intent == Intent.PROGRESS ? Intent.PROGRESS : Intent.LOOKUP) : Optional.empty();
    }

    /** Numbers and names, and nothing is said about them: of such a message the intent is not known. */
    static boolean isNothingButFields(Heard heard) {
        TypedFields fields = heard.understood().fields();
        String name = fields.name().flatMap(Reading::accepted).map(PersonName::plain).map(Command::plain).orElse("");
        return FieldReader.isNothingElse(heard.text(), fields)
                || !name.isEmpty() && NAME_LABEL.matcher(Command.plain(heard.text()).replace(name, "")).matches();
    }

    /** Who sends the number of a complaint or of a return, and nothing else, wants to know how it stands. */
    static Optional<Intent> byReference(String typed) {
        return typed.length() <= LONGEST_REFERENCE && REFERENCE.matcher(Command.plain(typed)).matches()
                ? Optional.of(Command.plain(typed).startsWith("ts") ? Intent.COMPLAINT_STATUS : Intent.RETURN_REASON)
                : Optional.empty();
    }

    static boolean isShort(String typed) {
        String plain = Command.plain(typed);
        return plain.codePointCount(0, plain.length()) < SHORT;
    }

    /** A greeting, thanks, 好的: nothing is asked, and nothing given. */
    static boolean isPleasantry(Heard heard) {
        Understood understood = heard.understood();
        return understood.fields().isEmpty() && clear(understood).filter(PLEASANTRIES::contains).isPresent();
    }

    /** A message of digits that are neither certificate number nor ID number. */
    static boolean isUnknownNumber(Heard heard) {
        return heard.understood().fields().isEmpty() && DIGITS.matcher(Command.plain(heard.text())).matches();
    }

    static Optional<Intent> clear(Understood understood) {
        return understood.score() >= CLEAR ? Optional.of(understood.intent()) : Optional.empty();
    }

    /** Which intents to offer, one or two; none when nothing is likely. */
    static List<Intent> close(Understood understood) {
        List<Guess> guesses = understood.guesses();
        if (guesses.get(0).score() + guesses.get(1).score() < CLOSE) {
            return List.of();
        }
        return guesses.stream()
                .filter(guess -> guess.score() >= WORTH_OFFERING && !MenuWords.NEVER_OFFERED.contains(guess.intent()))
                .limit(MOST_OFFERED)
                .map(Guess::intent)
                .toList();
    }
}
