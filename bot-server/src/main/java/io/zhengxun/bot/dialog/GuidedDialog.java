package io.zhengxun.bot.dialog;

import io.zhengxun.understanding.intent.Intent;
import java.util.Set;

/**
 * A dialog that asks for one thing after the other. It keeps no state of its own and knows nothing of 返回, 取消, 重新开始, of
 * interruptions and of time: that is the conversation's, alike for all.
 */
public interface GuidedDialog {

    /** A stable name, stored with the state. */
    String kind();

    /** The intents that begin it. */
    Set<Intent> startedBy();

    /** Whether these words ask for it for certain, whatever else they may mean to others. */
    default boolean isNamedBy(String typed) {
        return false;
    }

    /** Whether it is what was asked for; else its intent is answered by a text. */
    default boolean suits(Said said) {
        return true;
    }

    /** Begins; may end at once with an answer, also using fields that the first message already holds. */
    Step begin(Said said);

    /** The next step, after what was said in answer to {@code state}'s question. */
    Step next(DialogState state, Said said);

    /** Whether any text is a fitting answer at this step, so that it does not interrupt though it looks like a question. */
    boolean takesAnyText(DialogState state);

    /** Whether names and numbers are the answer at this step, so that they do not begin a look-up. */
    default boolean takesFields(DialogState state) {
        return false;
    }

    /** Whether this is an answer at this step, though it may look like a question about something else. */
    default boolean takes(DialogState state, Said said) {
        return false;
    }

    /** Whether it can only go on from a state that was kept; else what it says is useful also while nothing can be kept. */
    default boolean needsMemory() {
        return true;
    }
}
