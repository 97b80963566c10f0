package io.zhengxun.understanding;

import io.zhengxun.registry.live.LiveCopy;
import io.zhengxun.understanding.intent.Question;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Keeps an understanding at what staff teach, from before the first message on: on every instance seconds later, without a restart. */
final class LearningFromStaff implements SmartInitializingSingleton, AutoCloseable {

    private final Optional<LiveCopy<Integer>> taught;

    LearningFromStaff(Understanding understanding, Optional<TaughtSource> source) {
        this.taught = source.map(from -> new LiveCopy<>("phrasings", from.edition(), () -> learnt(understanding, from), 0));
    }

    private static int learnt(Understanding understanding, TaughtSource from) {
        List<Question> all = from.all().get();
        understanding.learn(all);
        return all.size();
    }

    @Override
    public void afterSingletonsInstantiated() {
        taught.ifPresent(LiveCopy::get);
    }

    @Override
    public void close() {
        taught.ifPresent(LiveCopy::close);
    }
}
