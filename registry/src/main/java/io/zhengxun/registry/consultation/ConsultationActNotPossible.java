package io.zhengxun.registry.consultation;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What was asked cannot be done with a consultation in its present state. */
public class ConsultationActNotPossible extends Refusal {

    private static final long serialVersionUID = 1L;

    ConsultationActNotPossible(ConsultationState state) {
        super(
                Kind.CONFLICT,
                "consultation-act-not-possible",
                "",
                new DefaultMessageSourceResolvable("consultation.state." + state));
    }
}
