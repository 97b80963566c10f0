package io.zhengxun.bot.handover;

import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.wechat.OpenId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands a person over to staff (section 8, {@code human}); each method gives the reply. */
@Component("handingOverToStaff")
public class HandingOver {

    private final Consultations consultations;
    private final HandoverText text;

    HandingOver(Consultations consultations, HandoverText text) {
        this.consultations = consultations;
        this.text = text;
    }

    /**
     * Puts the matter into the staff's queue, or adds it to the person's open consultation.
     *
     * @param maskedSummary what the conversation was about, without names and numbers; may be empty
     */
    public String handOver(OpenId user, String maskedSummary) {
        return text.of(consultations.open(user.value(), maskedSummary));
    }

    /**
     * What a person says while a consultation is open, or shortly after its answer, and that is no clear question: added to it.
     *
     * @param said as typed; it is kept sealed
     * @return empty if there is no such consultation, and nothing was kept
     */
    public Optional<String> add(OpenId user, String said) {
        return consultations.add(user.value(), said).map(text::of);
    }

    /**
     * The person's opinion of an answer; a bad one opens a case.
     *
     * @param intentCode of the intent that was answered
     * @param maskedQuestion without names and numbers
     */
    public String rated(OpenId user, String intentCode, String maskedQuestion, boolean useful) {
        if (useful) {
            return text.of("useful");
        }
        return text.of("useless", text.of(consultations.rated(user.value(), intentCode, maskedQuestion)));
    }

    /** What to say to somebody who asks for a person and waits for one already; empty if the person waits for none. */
    Optional<String> waiting(OpenId user) {
        return consultations.openOf(user.value()).map(this::waiting);
    }

    private String waiting(Consultation open) {
        return text.of("waiting", open.number(), HandoverText.moment(open.dueAt()));
    }
}
