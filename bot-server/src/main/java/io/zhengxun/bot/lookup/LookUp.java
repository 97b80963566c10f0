package io.zhengxun.bot.lookup;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.identity.BoundIdentity;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks a certificate up by two of three fields, however many messages they come in (Q1); published or not, the answer says how it
 * stands (Q3, Q4).
 */
@Component
public class LookUp implements GuidedDialog {

    /** A name and a number that nobody has. */
    private static final String REHEARSED = "姓名：甲\n证书编号：S000044999999003000000";

    private static final String FIELDS = "fields";

    private final AnsweringInquiry answering;
    private final Subscribing subscribing;
    private final Identities identities;
    private final AnswerText text;

    LookUp(AnsweringInquiry answering, Subscribing subscribing, Identities identities, AnswerText text) {
        this.answering = answering;
        this.identities = identities;
        this.subscribing = subscribing;
        this.text = text;
    }

    @Override
    public String kind() {
        return "lookup";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.LOOKUP, Intent.PROGRESS, Intent.SUBSCRIBE);
    }

    @Override
    public Step begin(Said said) {
        DialogState state = new DialogState(kind(), FIELDS, Map.of());
        TypedFields fields = said.understood().fields();
        if (!fields.isEmpty()) {
            return withFields(said.user(), fields, state);
        }
        Optional<BoundIdentity> own = said.understood().intent() == Intent.SUBSCRIBE
                ? Optional.empty()
                : identities.of(said.user().value());
        if (own.isPresent()) {
            return Step.ending(ofOwn(said.user(), own.get()));
        }
        return switch (said.understood().intent()) {
            case SUBSCRIBE -> subscribing.shownLately(said.user()).map(Step::ending)
                    .orElseGet(() -> Step.goingOn(text.of("subscribe.look-up-first"), state));
            case PROGRESS -> Step.goingOn(text.of("look-up.progress"), state);
            default -> Step.goingOn(text.of("look-up"), state);
        };
    }

    @Override
    public Step next(DialogState state, Said said) {
        TypedFields earlier = KeptFields.in(state);
        TypedFields fields = said.understood().fields();
        if (fields.isEmpty() && earlier.name().isEmpty()) {
            fields = FieldReader.readAskedName(said.text());
        }
        if (!fields.isEmpty()) {
            return withFields(said.user(), fields, state);
        }
        return Step.goingOn(earlier.isEmpty() ? text.of("look-up.again") : text.missing(earlier) + text.of("look-up.any-two"), state);
    }

    /** Words that are neither name nor number are no field. */
    @Override
    public boolean takesAnyText(DialogState state) {
        return false;
    }

    @Override
    public boolean needsMemory() {
        return false;
    }

    /** Goes the way to an answer about nobody, without asking on anyone's behalf: nothing is counted or recorded. */
    public String rehearse() {
        TypedFields fields = FieldReader.read(REHEARSED);
        return answering.rehearse(fields.inquiry()) + text.missing(fields);
    }

    /** Who has bound an identity asks about its certificates, unless fields say otherwise (Q7). */
    private String ofOwn(OpenId user, BoundIdentity own) {
        String answer = answering.answer(user, own.inquiry());
        String whose = answer + text.of("look-up.own", own.holder().name().masked());
        return AnswerText.fits(whose) ? whose : answer;
    }

    /** As {@link #begin} asks a query with two fields: why nothing is told; empty if there is a certificate that matches. */
    public Optional<String> refusal(OpenId user, Inquiry inquiry) {
        return answering.refusal(user, inquiry);
    }

    /** What is doubtful in fields, each with what would be right (C3a). */
    public String doubtful(TypedFields fields) {
        return text.doubtful(fields);
    }

    private Step withFields(OpenId user, TypedFields fields, DialogState state) {
        if (fields.several()) {
            return Step.goingOn(text.of("several"), state);
        }
        TypedFields known = fields.isComplete() ? fields : fields.completedBy(KeptFields.in(state));
        if (fields.isDoubtful()) {
            return Step.goingOn(text.doubtful(fields), KeptFields.into(state, known));
        }
        return known.isComplete()
                ? Step.ending(answering.answer(user, known.inquiry()))
                : Step.goingOn(text.missing(known), KeptFields.into(state, known));
    }
}
