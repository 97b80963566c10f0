package io.zhengxun.registry.consultation;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody acted on the consultation, or the person said more, after it was looked at. */
public class ConsultationChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    ConsultationChanged() {
        super(Kind.CONFLICT, "consultation-changed", "");
    }
}
