package io.zhengxun.registry.submission;

import io.zhengxun.registry.refusal.Refusal;

/** What was asked cannot be done with a batch at its present stage (R1). */
public class ActNotPossible extends Refusal {

    private static final long serialVersionUID = 1L;

    ActNotPossible(Submission batch, Act act) {
        super(Kind.CONFLICT, "act-not-possible", "R1", batch.number(), StageText.of(batch.stage()), StageText.of(act),
                StageText.ofAll(Moves.stagesOf(batch.tier(), act)));
    }
}
