package io.zhengxun.registry.submission;

import java.util.Comparator;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Stages and acts as texts of refusals name them: messages {@code stage.…} and {@code act.…}. */
final class StageText {

    private static final int MOST_NAMED = 4;

    private StageText() {}

    static MessageSourceResolvable of(Stage stage) {
        return new DefaultMessageSourceResolvable("stage." + stage);
    }

    static MessageSourceResolvable of(Act act) {
        return new DefaultMessageSourceResolvable("act." + act);
    }

    static MessageSourceResolvable ofLast(Submission batch) {
        return batch.lastAct() == null ? new DefaultMessageSourceResolvable("act.RECORDED") : of(batch.lastAct());
    }

    /** Some stages in the order of a batch's way. */
    static MessageSourceResolvable ofAll(Set<Stage> stages) {
        Object[] named = stages.stream().sorted(Comparator.naturalOrder()).limit(MOST_NAMED).map(StageText::of).toArray();
        return new DefaultMessageSourceResolvable(new String[] {"stages." + named.length}, named);
    }
}
