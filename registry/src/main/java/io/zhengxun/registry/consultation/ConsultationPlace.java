package io.zhengxun.registry.consultation;

import java.time.Instant;

/** Where a page of the queue ended. */
public record ConsultationPlace(Instant dueAt, long id) {

    public static ConsultationPlace of(Consultation last) {
        return new ConsultationPlace(last.dueAt(), last.id());
    }
}
