package io.zhengxun.admin.faq;

import io.zhengxun.admin.faq.TrialView.Answer;
import io.zhengxun.admin.faq.TrialView.Field;
import io.zhengxun.admin.faq.TrialView.Guessed;
import io.zhengxun.admin.faq.TrialView.Phrasing;
import io.zhengxun.admin.faq.TrialView.Weighed;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.faq.FaqDesk;
import io.zhengxun.registry.faq.FaqEntry;
import io.zhengxun.understanding.Decision;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Explanation;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.intent.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Does to a question what the bot does, up to the answer, and says why. Nothing is kept of it. */
@Component
class TryingOut {

    private static final int MOST_GUESSES = 5;
    private static final double THOUSAND = 1000;

    private final Understanding understanding;
    private final FaqDesk desk;
    private final IntentWords words;
    private final MessageSource messages;

    TryingOut(Understanding understanding, FaqDesk desk, IntentWords words, MessageSource messages) {
        this.understanding = understanding;
        this.desk = desk;
        this.words = words;
        this.messages = messages;
    }

    TrialView of(String typed) {
        Understood understood = understanding.read(typed);
        Decision decision = Decision.of(typed, understood);
        Explanation why = understanding.explain(typed);
        return new TrialView(
                why.read(),
                fields(understood.fields()),
                decision.kind().name(),
                words.text("decision." + decision.kind()),
                reason(decision, understood, why),
                understood.guesses().stream().limit(MOST_GUESSES).map(this::guessed).toList(),
                why.taught().map(question -> phrasing(question, true, null)).orElse(null),
                why.weighed().stream().map(word -> new Weighed(word.words(), word.weight())).toList(),
                why.nearest().stream().map(near -> phrasing(near.phrasing(), near.taught(), near.alike())).toList(),
                answered(decision).map(this::answer).toList());
    }

    private String reason(Decision decision, Understood understood, Explanation why) {
        boolean outOfScope = understood.intent() == Intent.OUT_OF_SCOPE && Decision.clear(understood).isPresent();
        String code = switch (decision.kind()) {
            case CLEAR -> why.taught().isPresent() ? "taught" : "clear";
            case NOT_UNDERSTOOD -> outOfScope ? "out-of-scope" : "not-understood";
            default -> decision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
        return messages.getMessage(
                "faq.reason." + code,
                new Object[] {
                    percent(understood.score()), percent(Decision.CLEAR), percent(Decision.CLOSE), percent(Decision.WORTH_OFFERING)
                },
                Locale.SIMPLIFIED_CHINESE);
    }

    /** What is not understood is answered by what the bot can do. */
    private static Stream<Intent> answered(Decision decision) {
        return decision.kind() == Decision.Kind.NOT_UNDERSTOOD
                ? Stream.of(Intent.OUT_OF_SCOPE)
                : decision.intents().stream();
    }

    private Answer answer(Intent intent) {
        FaqEntry entry = desk.one(intent.code());
        return new Answer(
                intent.code(),
                words.of(intent.code()),
                Decision.GUIDED.contains(intent),
                entry.published().version(),
                entry.published().reply(),
                entry.draft().map(FaqEntry.Draft::reply).orElse(null));
    }

    private Guessed guessed(Guess guess) {
        return new Guessed(
                guess.intent().code(), words.of(guess.intent().code()), Math.round(guess.score() * THOUSAND) / THOUSAND);
    }

    private Phrasing phrasing(Question question, boolean taught, Double alike) {
        return new Phrasing(question.text(), question.intent().code(), words.of(question.intent().code()), taught, alike);
    }

    private List<Field> fields(TypedFields fields) {
        return Stream.of(
                        field("number", fields.number(), CertificateNumber::masked),
                        field("name", fields.name(), PersonName::masked),
                        field("id", fields.idNumber(), IdNumber::masked))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<Field> field(String kind, Optional<Reading<T>> reading, Function<T, String> masked) {
        return reading.map(found -> new Field(
                words.text("field." + kind),
                found.accepted().map(masked).orElse(null),
                found.flaws().stream().map(flaw -> messages.getMessage(flaw, Locale.SIMPLIFIED_CHINESE)).toList()));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
