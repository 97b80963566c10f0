package io.zhengxun.registry.submission;

import static io.zhengxun.registry.deadline.DeadlineRule.D2;
import static io.zhengxun.registry.deadline.DeadlineRule.D3;
import static io.zhengxun.registry.deadline.DeadlineRule.D4;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import java.util.Optional;

/** Where a batch is on its way (R1), who has it there, and which deadline runs meanwhile: at a glance. */
public enum Stage {
    //                    municipal institution's        provincial institution's
    //                    desk              deadline     desk               deadline
    DRAFT(                Desk.INSTITUTION, null,        Desk.INSTITUTION,  null),
    RECEIVED(             Desk.CITY,        D2,          Desk.PROVINCE,     D3),
    CITY_REVIEW(          Desk.CITY,        D2,          null,              null),
    CITY_REVIEWED(        Desk.CITY,        D2,          null,              null),
    CITY_APPROVED(        Desk.CITY,        D2,          null,              null),
    PROVINCE_REVIEW(      Desk.PROVINCE,    D3,          Desk.PROVINCE,     D3),
    PROVINCE_REVIEWED(    Desk.PROVINCE,    D3,          Desk.PROVINCE,     D3),
    PROVINCE_APPROVED(    Desk.PROVINCE,    D3,          Desk.PROVINCE,     D3),
    SENT_TO_MINISTRY(     Desk.MINISTRY,    D4,          Desk.MINISTRY,     D4),
    PUBLISHED(            Desk.NONE,        null,        Desk.NONE,         null),
    // No row travels on: what is due is due for the return, not for the batch (R2).
    RETURNED_BY_CITY(     Desk.INSTITUTION, null,        null,              null),
    RETURNED_BY_PROVINCE( Desk.INSTITUTION, null,        Desk.INSTITUTION,  null),
    RETURNED_BY_MINISTRY( Desk.INSTITUTION, null,        Desk.INSTITUTION,  null),
    // All its rows came back in corrections, which travel in its place.
    REPLACED(             Desk.NONE,        null,        Desk.NONE,         null),
    // Thrown away by the institution before it was submitted: it has no rows any more.
    DISCARDED(            Desk.NONE,        null,        Desk.NONE,         null);

    private final Desk municipalDesk;
    private final DeadlineRule municipalRule;
    private final Desk provincialDesk;
    private final DeadlineRule provincialRule;

    Stage(Desk municipalDesk, DeadlineRule municipalRule, Desk provincialDesk, DeadlineRule provincialRule) {
        this.municipalDesk = municipalDesk;
        this.municipalRule = municipalRule;
        this.provincialDesk = provincialDesk;
        this.provincialRule = provincialRule;
    }

    /** Whether batches of such an institution pass this stage: a provincial one's skip the city (W1). */
    public boolean occursFor(Tier tier) {
        return tier == Tier.MUNICIPAL || provincialDesk != null;
    }

    /** @throws IllegalStateException for a stage that such an institution's batches skip (W1) */
    public Desk desk(Tier tier) {
        Desk desk = tier == Tier.MUNICIPAL ? municipalDesk : provincialDesk;
        if (desk == null) {
            throw new IllegalStateException("A batch of a " + tier + " institution is never " + this + ".");
        }
        return desk;
    }

    /** The deadline that runs at this stage, if one does. */
    public Optional<DeadlineRule> deadline(Tier tier) {
        return Optional.ofNullable(tier == Tier.MUNICIPAL ? municipalRule : provincialRule);
    }

    /** All its rows were returned; each return has its own deadline, which starts with the notice of return (R2, T4). */
    public boolean isReturned() {
        return this == RETURNED_BY_CITY || this == RETURNED_BY_PROVINCE || this == RETURNED_BY_MINISTRY;
    }
}
