package io.zhengxun.registry.question;

import io.zhengxun.registry.refusal.Absent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was not understood as staff look at it: the most frequent first. */
@Component
public class QuestionGroups {

    private final QuestionMapper mapper;

    QuestionGroups(QuestionMapper mapper) {
        this.mapper = mapper;
    }

    /** Of the last group seen. */
    public record Key(int questions, long id) {}

    /** @param after null for the first page */
    public List<QuestionGroup> page(QuestionGroup.State state, Key after, int limit) {
        return mapper.page(state, after, limit);
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
