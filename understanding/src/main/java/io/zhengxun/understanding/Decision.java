package io.zhengxun.understanding;

import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.text.Levelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be done about a message, by how certain it is. A wrong answer costs more than a question back (section 8). The thresholds
 * were chosen on the development set (understanding/src/test/resources/understanding/development, 1,052 messages): from CLEAR on
 * 98.8 % are right, 93 % of all messages; of the others the right intent is among the first two in 89 %. The bot acts by it, outside of
 * dialogs and commands; staff try their texts with it.
 *
 * @param intents of LOOK_UP and CLEAR the one, of OFFER one or two; none of the others
 */
public record Decision(Kind kind, List<Intent> intents) {

    public enum Kind {
        /** Nothing that could be read: emoji, signs. */
        UNREADABLE,
        /** By the fields that it holds. */
        LOOK_UP,
        /** To be answered, or the intent's dialog begun. */
        CLEAR,
        /** Digits that are no number of ours. */
        UNKNOWN_NUMBER,
        /** Close intents, to be tapped. */
        OFFER,
        NOT_UNDERSTOOD
    }

    public static final double CLEAR = 0.6;

    /** The first two together; below it both are guesses at random. */
    public static final double CLOSE = 0.4;

    /** An intent offered beside another one; below it nobody means it. */
    public static final double WORTH_OFFERING = 0.12;

    /** Nobody is asked whether they meant these. */
    public static final Set<Intent> NEVER_OFFERED =
            Set.copyOf(EnumSet.of(Intent.GREETING, Intent.THANKS, Intent.OUT_OF_SCOPE));

    /** By these the bot begins a dialog whatever the words; their texts are answered only where none can begin. */
    public static final Set<Intent> GUIDED = Set.copyOf(EnumSet.of(
            Intent.LOOKUP, Intent.PROGRESS, Intent.SUBSCRIBE, Intent.COMPLAINT, Intent.COMPLAINT_STATUS, Intent.HUMAN, Intent.TODO,
            Intent.RETURN_REASON));

    private static final int MOST_OFFERED = 2;

    private static final Set<Intent> LOOK_UPS = EnumSet.of(Intent.LOOKUP, Intent.PROGRESS, Intent.NOT_FOUND, Intent.SUBSCRIBE);

    /** To whoever gives a number, looking it up says more than a general answer. */
    private static final Set<Intent> LOOK_UPS_WITH_NUMBERS = EnumSet.of(
            Intent.HOW_TO_QUERY, Intent.TIME_LIMITS, Intent.GREETING, Intent.THANKS, Intent.OUT_OF_SCOPE);

    private static final Levelling LEVELLING = new Levelling();
    private static final Pattern NAME_LABEL = Pattern.compile("(?:姓名|名字|名|我叫|我是)?");

    /** Without a word; as many digits as no year or amount has. */
    private static final Pattern DIGITS = Pattern.compile("(?=(?:[a-z]*[0-9]){5})[a-z]{0,3}[0-9]+[a-z]?");

    public Decision {
        intents = List.copyOf(intents);
    }

    /** @param typed of which {@code understood} was made */
    public static Decision of(String typed, Understood understood) {
        if (LEVELLING.plain(typed).isEmpty()) {
            return new Decision(Kind.UNREADABLE, List.of());
        }
        Optional<Intent> clear = clear(understood);
        return byFields(typed, understood).map(intent -> new Decision(Kind.LOOK_UP, List.of(intent)))
                .or(() -> clear.filter(intent -> intent != Intent.OUT_OF_SCOPE)
                        .map(intent -> new Decision(Kind.CLEAR, List.of(intent))))
                .or(() -> isUnknownNumber(typed, understood)
                        ? Optional.of(new Decision(Kind.UNKNOWN_NUMBER, List.of()))
                        : Optional.empty())
                .or(() -> Optional.of(clear.isPresent() ? List.<Intent>of() : close(understood))
                        .filter(close -> !close.isEmpty())
                        .map(close -> new Decision(Kind.OFFER, close)))
                .orElseGet(() -> new Decision(Kind.NOT_UNDERSTOOD, List.of()));
    }

    /** With fields: the intent by which they are looked up, unless clearly something else is wanted. */
    public static Optional<Intent> byFields(String typed, Understood understood) {
        TypedFields fields = understood.fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Intent intent = understood.intent();
        boolean hasNumber = fields.number().isPresent() || fields.idNumber().isPresent();
        boolean lookedUp = LOOK_UPS.contains(intent)
                || isNothingButFields(typed, understood)
                || hasNumber && (understood.score() < CLEAR || LOOK_UPS_WITH_NUMBERS.contains(intent));
        return lookedUp ? Optional.of(intent == Intent.PROGRESS ? Intent.PROGRESS : Intent.LOOKUP) : Optional.empty();
    }

    /** Numbers and names, and nothing is said about them: of such a message the intent is not known. */
    public static boolean isNothingButFields(String typed, Understood understood) {
        TypedFields fields = understood.fields();
        String name = fields.name().flatMap(Reading::accepted).map(PersonName::plain).map(LEVELLING::plain).orElse("");
        return FieldReader.isNothingElse(typed, fields)
                || !name.isEmpty() && NAME_LABEL.matcher(LEVELLING.plain(typed).replace(name, "")).matches();
    }

    /** A message of digits that are neither certificate number nor ID number. */
    public static boolean isUnknownNumber(String typed, Understood understood) {
        return understood.fields().isEmpty() && DIGITS.matcher(LEVELLING.plain(typed)).matches();
    }

    public static Optional<Intent> clear(Understood understood) {
        return understood.score() >= CLEAR ? Optional.of(understood.intent()) : Optional.empty();
    }

    /** Which intents to offer, one or two; none when nothing is likely. */
    public static List<Intent> close(Understood understood) {
        List<Guess> guesses = understood.guesses();
        if (guesses.get(0).score() + guesses.get(1).score() < CLOSE) {
            return List.of();
        }
        return guesses.stream()
                .filter(guess -> guess.score() >= WORTH_OFFERING && !NEVER_OFFERED.contains(guess.intent()))
                .limit(MOST_OFFERED)
                .map(Guess::intent)
                .toList();
    }
}
