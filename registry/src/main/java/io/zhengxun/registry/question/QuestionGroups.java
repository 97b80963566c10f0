package io.zhengxun.registry.question;

import io.zhengxun.registry.refusal.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was not understood as staff look at it: the most frequent or the latest first. */
@Component
public class QuestionGroups {

    private final QuestionMapper mapper;

    QuestionGroups(QuestionMapper mapper) {
        this.mapper = mapper;
    }

    /** Of the last group seen. */
    public record Key(int questions, long id) {}

    /** Of the last group seen, by the time of its last question. */
    public record RecentKey(Instant lastAt, long id) {}

    /**
     * The most frequent first.
     *
     * @param after null for the first page
     */
    public List<QuestionGroup> page(QuestionGroup.State state, Key after, int limit) {
        return mapper.page(state, after, limit);
    }

    /**
     * The latest first.
     *
     * @param after null for the first page
     */
    public List<QuestionGroup> recent(QuestionGroup.State state, RecentKey after, int limit) {
        return mapper.recent(state, after, limit);
    }

    /** @throws Absent if there is none, or all its questions were deleted for their age */
    public QuestionGroup one(long id) {
        return Optional.ofNullable(mapper.one(id)).orElseThrow(Absent::new);
    }

    /** Different ones of the latest questions of a group. */
    public List<UnansweredQuestion> examples(long id, int limit) {
        return mapper.examples(id, limit);
    }
}
