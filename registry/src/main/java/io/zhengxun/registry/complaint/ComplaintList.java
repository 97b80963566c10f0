package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Complaints as staff look for them; without anything that was written (Q6). */
@Component
public class ComplaintList {

    private static final Comparator<Complaint> BY_DUE_DATE =
            Comparator.comparing(Complaint::dueOn).thenComparing(Complaint::id);

    private final ComplaintListMapper mapper;

    ComplaintList(ComplaintListMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * One page within a person's scope: open ones by due date, closed ones the newest first.
     *
     * @param state null for all open ones
     * @param after the key of the last one seen; null for the first page
     */
    public List<Complaint> page(ComplaintState state, Scope scope, ComplaintKey after, int limit) {
        if (state == ComplaintState.CLOSED) {
            ComplaintKey key = after == null ? ComplaintKey.NEWEST : after;
            return mapper.closed(new ComplaintListMapper.Part(ComplaintState.CLOSED, scope, key, limit));
        }
        // A closed one is no place among the open ones: the list begins anew.
        ComplaintKey key = after == null || after.dueOn() == null ? ComplaintKey.FIRST : after;
        return Arrays.stream(ComplaintState.values())
                .filter(one -> one != ComplaintState.CLOSED && (state == null || state == one))
                .flatMap(one -> mapper.open(new ComplaintListMapper.Part(one, scope, key, limit)).stream())
                .sorted(BY_DUE_DATE)
                .limit(limit)
                .toList();
    }
}
