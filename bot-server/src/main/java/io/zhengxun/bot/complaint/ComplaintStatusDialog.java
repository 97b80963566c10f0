package io.zhengxun.bot.complaint;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintActNotPossible;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A holder looks at complaints of one's own, reads the answer, and reopens a closed one (X1). */
@Component
class ComplaintStatusDialog implements GuidedDialog {

    private static final String CHOOSE = "choose";
    private static final String SHOWN = "shown";
    private static final String REASON = "reason";
    private static final String NUMBER = "number";
    private static final String REOPEN = "重新打开";
    private static final Pattern TYPED_NUMBER = Pattern.compile("TS[0-9]{6}-?[0-9A-Z]{8}");
    private static final int DAY_DIGITS = 8;

    private final Complaints complaints;
    private final FilingComplaint filing;
    private final ComplaintWords words;
    private final Clock clock;

    ComplaintStatusDialog(Complaints complaints, FilingComplaint filing, ComplaintWords words, Clock clock) {
        this.complaints = complaints;
        this.filing = filing;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "complaint-status";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.COMPLAINT_STATUS);
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return state.step().equals(REASON);
    }

    @Override
    public Step begin(Said said) {
        Optional<String> number = number(said.text());
        if (number.isPresent()) {
            return numbered(number.get(), said.user());
        }
        List<Complaint> own = complaints.ofPerson(said.user().value());
        return switch (own.size()) {
            case 0 -> Step.ending(words.of("none"));
            case 1 -> shown(own.get(0));
            default -> choose(own, "choose");
        };
    }

    @Override
    public Step next(DialogState state, Said said) {
        return switch (state.step()) {
            case CHOOSE -> number(said.text())
                    .map(number -> numbered(number, said.user()))
                    .orElseGet(() -> choose(complaints.ofPerson(said.user().value()), "choose-again"));
            case SHOWN -> afterShown(state, said);
            case REASON -> reopened(state, said);
            default -> throw new IllegalStateException("Looking at complaints has no step " + state.step() + ".");
        };
    }

    /** As it is written, however it is typed. */
    private static Optional<String> number(String typed) {
        Matcher found = TYPED_NUMBER.matcher(
                Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        String bare = found.group().replace("-", "");
        return Optional.of(bare.substring(0, DAY_DIGITS) + "-" + bare.substring(DAY_DIGITS));
    }

    /** The same words for a number that nobody has and for another person's. */
    private Step numbered(String number, OpenId user) {
        return complaints.own(number, user.value())
                .map(this::shown)
                .orElseGet(() -> Step.ending(words.of("not-own")));
    }

    private Step choose(List<Complaint> own, String key) {
        String taps = own.stream()
                .map(one -> ComplaintWords.tap(one.number(), one.number()) + " "
                        + words.of("line", words.category(one.category()), words.state(one)))
                .collect(Collectors.joining("\n"));
        return Step.goingOn(words.of(key, taps), new DialogState(kind(), CHOOSE, Map.of()));
    }

    private Step shown(Complaint complaint) {
        String shown = words.shown(complaint, complaints.lastAnswer(complaint).orElse(null));
        if (!complaint.isReopenable(clock.instant())) {
            return Step.ending(shown);
        }
        return Step.goingOn(
                shown + words.of("status.reopenable", ComplaintWords.day(complaint.reopenableUntil()),
                        ComplaintWords.tap(REOPEN, REOPEN)),
                new DialogState(kind(), SHOWN, Map.of(NUMBER, complaint.number())));
    }

    private Step afterShown(DialogState state, Said said) {
        if (Set.of(REOPEN, "重新打開", "重开", "不满意").contains(ComplaintWords.bare(said.text()))) {
            return Step.goingOn(words.of("reason"), state.at(REASON));
        }
        return number(said.text())
                .map(number -> numbered(number, said.user()))
                .orElseGet(() -> Step.goingOn(words.of("shown-again", ComplaintWords.tap(REOPEN, REOPEN)), state));
    }

    private Step reopened(DialogState state, Said said) {
        String why = ComplaintText.visible(said.text());
        if (why.isEmpty()) {
            return Step.goingOn(words.of("text-first"), state);
        }
        if (why.codePointCount(0, why.length()) > ComplaintText.LONGEST) {
            return Step.goingOn(words.of("text-long", String.valueOf(ComplaintText.LONGEST)), state);
        }
        try {
            Complaint reopened =
                    filing.reopen(state.given().get(NUMBER), said.user().value(), new ComplaintText(why));
            return Step.ending(words.of("reopened", reopened.number(), ComplaintWords.day(reopened.dueOn())));
        } catch (ComplaintActNotPossible e) {
            return Step.ending(words.of("not-reopenable"));
        }
    }
}
