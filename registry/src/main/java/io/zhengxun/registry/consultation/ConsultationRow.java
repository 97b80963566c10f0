package io.zhengxun.registry.consultation;

import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;

/** A consultation as its table has it: the person sealed. */
record ConsultationRow(
        long id,
        String number,
        byte[] openIdSealed,
        Consultation.Origin origin,
        String intent,
        ConsultationState state,
        Instant openedAt,
        Instant dueAt,
        Instant lastMessageAt,
        int messages,
        String takenBy,
        Instant answeredAt,
        Instant closedAt,
        int version) {

    Consultation opened(Vault vault) {
        return new Consultation(
                id, number, openIdSealed == null ? null : vault.open(openIdSealed), origin, intent, state, openedAt, dueAt,
                lastMessageAt, messages, takenBy, answeredAt, closedAt, version);
    }
}
