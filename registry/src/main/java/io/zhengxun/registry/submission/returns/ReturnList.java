package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.submission.returns.ReturnListMapper.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Returns as people look for them: what an institution has to do, what a centre has to pass on. */
@Component
public class ReturnList {

    private static final Comparator<Return> BY_DUE_DATE =
            Comparator.comparing(Return::dueOn).thenComparing(Return::id);

    private final ReturnListMapper mapper;

    ReturnList(ReturnListMapper mapper) {
        this.mapper = mapper;
    }

    /** How many rows of a return have the same reason. */
    public record ReasonCount(String code, String reason, int rows) {}

    /**
     * One page within a person's scope: open ones by due date, corrected ones the newest first.
     *
     * @param after the key of the last one seen; null for the first page
     */
    public List<Return> page(ReturnFilter filter, Scope scope, ReturnKey after, int limit) {
        if (filter.state() == ReturnState.CORRECTED) {
            ReturnKey key = after == null ? ReturnKey.NEWEST : after;
            return mapper.corrected(new Part(ReturnState.CORRECTED, filter, scope, key, limit));
        }
        // A corrected one is no place among the open ones: the list begins anew.
        ReturnKey key = after == null || after.dueOn() == null ? ReturnKey.FIRST : after;
        return Stream.of(ReturnState.RECORDED, ReturnState.NOTIFIED)
                .filter(state -> filter.state() == null || filter.state() == state)
                .flatMap(state -> mapper.open(new Part(state, filter, scope, key, limit)).stream())
                .sorted(BY_DUE_DATE)
                .limit(limit)
                .toList();
    }

    /**
     * How many returns each centre has to pass on, by its region: those whose receipt is not known (T4). Centres without are
     * left out.
     */
    public Map<String, Integer> unnotifiedByCentre() {
        return mapper.unnotifiedByCentre().stream()
                .collect(Collectors.toMap(
                        ReturnListMapper.Unnotified::regionCode, ReturnListMapper.Unnotified::returns));
    }

    /** Why the rows of a return were returned, the most frequent reason first. */
    public List<ReasonCount> reasons(Return of) {
        return mapper.reasons(of.id());
    }
}
