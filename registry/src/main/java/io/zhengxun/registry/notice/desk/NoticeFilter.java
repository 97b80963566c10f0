package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which notices are asked for; null where it does not matter.
 *
 * @param states empty for any
 * @param workOnly only those of {@link #WORK} about which a person can do something: holders are not phoned (Q6)
 * @param channel the one whose turn it is, or was last
 * @param about what they tell of, and whose
 * @param period in which they were written
 * @param cause why they are in their state; the class alone, e.g. CONTENT, stands for all of it
 */
public record NoticeFilter(
        Set<NoticeState> states,
        boolean workOnly,
        NoticeKind kind,
        Channel channel,
        About about,
        Recipient recipient,
        Period period,
        String cause) {

    /** Whom nothing reached, or whose way is barred: a person has to act. */
    public static final Set<NoticeState> WORK = Set.of(NoticeState.GAVE_UP, NoticeState.HELD);

    /** Days of notices that are looked through at most, where nothing narrower is asked for. */
    public static final int MOST_DAYS = 92;

    public NoticeFilter {
        if (workOnly && states.isEmpty()) {
            states = WORK;
        }
        states = states.isEmpty() ? Set.of() : EnumSet.copyOf(states);
    }

    /** Everything. */
    public static NoticeFilter none() {
        return new NoticeFilter(Set.of(), false, null, null, About.ANYTHING, null, Period.ALWAYS, null);
    }

    /**
     * What notices tell of; null for any.
     *
     * @param institutionId whose they are
     */
    public record About(Deed.Subject subject, Long institutionId) {

        public static final About ANYTHING = new About(null, null);
    }

    /** From an instant until before another one; null for an open end. */
    public record Period(Instant from, Instant until) {

        public static final Period ALWAYS = new Period(null, null);
    }

    /** Whether it looks through all notices of a time, so that the time has to be bounded. */
    public boolean looksThroughAll() {
        return about.subject() == null
                && about.institutionId() == null
                && recipient == null
                && (states.isEmpty() || states.contains(NoticeState.SENT) || states.contains(NoticeState.DELIVERED));
    }
}
