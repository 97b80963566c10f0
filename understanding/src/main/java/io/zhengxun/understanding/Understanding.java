package io.zhengxun.understanding;

import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Explanation;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.intent.IntentFinder;
import io.zhengxun.understanding.intent.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands a message: first its fields, then what it wants. About two milliseconds on one core; may be used by many threads. Nothing
 * of a message is logged or kept.
 */
public final class Understanding implements AutoCloseable {

    private final IntentFinder intents;

    private Understanding(IntentFinder intents) {
        this.intents = intents;
    }

    /** @param atATime so many messages go through the sentence model at once, each on one thread */
    public static Understanding load(int atATime) {
        Understanding understanding = new Understanding(IntentFinder.load(atATime));
        understanding.warmUp();
        return understanding;
    }

    public Understood read(String typed) {
        TypedFields fields = FieldReader.read(typed);
        return new Understood(FieldReader.isNothingElse(typed, fields) ? ofFieldsAlone() : intents.guess(typed), fields);
    }

    /**
     * Takes what staff taught in place of what they taught before; messages are understood meanwhile. About a millisecond for each text
     * that is new.
     *
     * @param taught the first of those that say different things of the same words holds; 2,000 at most are used
     */
    public void learn(List<Question> taught) {
        intents.learn(taught);
    }

    /** Why a message is understood as it is. For staff who try a text: some hundred times as slow as {@link #read}. */
    public Explanation explain(String typed) {
        return intents.explain(typed);
    }

    /** False when messages are understood by their characters alone, since the sentence model could not be loaded. */
    public boolean isComplete() {
        return intents.isComplete();
    }

    /** Whoever sends fields and nothing else wants them looked up. */
    private static List<Guess> ofFieldsAlone() {
        List<Guess> guesses = new ArrayList<>();
        guesses.add(new Guess(Intent.LOOKUP, 1));
        for (Intent intent : Intent.values()) {
            if (intent != Intent.LOOKUP) {
                guesses.add(new Guess(intent, 0));
            }
        }
        return guesses;
    }

    /** The first messages of a process would take a hundred times as long as the others. */
    private void warmUp() {
        for (int i = 0; i < 30; i++) {
            read("帮我查下证书办到哪一步了，點解查唔到，身份证号 44010119900101" + (1000 + i));
        }
    }

    @Override
    public void close() {
        intents.close();
    }
}
