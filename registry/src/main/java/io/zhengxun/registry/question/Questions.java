package io.zhengxun.registry.question;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was not understood, and counts together what resembles each other. A question joins the group whose first one it resembles
 * most; two instances at once may begin two groups of the same kind, which costs staff a second look and nothing else.
 */
@Component
public class Questions {

    /** Groups that a question is compared with, the latest ones: its cost is bounded whatever is stored. */
    static final int MOST_COMPARED = 1000;
    private static final int MOST_FORGOTTEN_AT_ONCE = 500;

    private final QuestionMapper mapper;
    private final QuestionSettings settings;
    private final Clock clock;

    Questions(QuestionMapper mapper, QuestionSettings settings, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    private record Leader(long groupId, Resemblance resemblance) {}

    /** Keeps some questions, all or none. */
    @Transactional
    public void collect(List<UnansweredQuestion> questions) {
        List<Leader> leaders = new ArrayList<>(mapper.latestGroups(MOST_COMPARED).stream()
                .map(group -> new Leader(group.id(), Resemblance.of(group.leader())))
                .toList());
        for (UnansweredQuestion question : questions) {
            mapper.insert(groupOf(question, leaders), question);
        }
    }

    /**
     * Deletes what is older than it may be kept, a bounded part of it.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean forget() {
        Instant before = clock.instant().minus(settings.kept());
        List<QuestionMapper.Old> old = mapper.olderThan(before, MOST_FORGOTTEN_AT_ONCE);
        if (old.isEmpty()) {
            return false;
        }
        List<Long> groups = old.stream().map(QuestionMapper.Old::groupId).distinct().sorted().toList();
        mapper.hold(groups);
        mapper.delete(old.stream().map(QuestionMapper.Old::id).toList());
        mapper.recount(groups);
        mapper.deleteEmpty(groups);
        return old.size() == MOST_FORGOTTEN_AT_ONCE;
    }

    private long groupOf(UnansweredQuestion question, List<Leader> leaders) {
        Resemblance resemblance = Resemblance.of(question.text());
        Leader nearest = null;
        double best = Resemblance.ALIKE;
        for (Leader leader : leaders) {
            double alike = resemblance.to(leader.resemblance());
            if (alike > best || nearest == null && alike == best) {
                nearest = leader;
                best = alike;
            }
        }
        if (nearest != null && mapper.join(nearest.groupId(), question.askedAt()) == 1) {
            return nearest.groupId();
        }
        QuestionMapper.NewGroup begun = new QuestionMapper.NewGroup();
        mapper.begin(begun, question);
        leaders.add(new Leader(begun.id, resemblance));
        return begun.id;
    }
}
