package io.zhengxun.registry.submission.list;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Batches as people look for them. A page costs the same wherever it lies and whatever is filtered by. */
@Component
public class BatchList {

    private final BatchListMapper mapper;
    private final Submissions submissions;

    BatchList(BatchListMapper mapper, Submissions submissions) {
        this.mapper = mapper;
        this.submissions = submissions;
    }

    /**
     * One page within a person's scope: the newest first; by day of issue, the latest first, if that is filtered by;
     * by number, the highest first, if a prefix is given.
     *
     * @param last the last batch of the page before; null for the first page
     */
    public List<Submission> page(BatchFilter filter, Scope scope, Submission last, int limit) {
        PageQuery query = query(filter, scope, last, limit);
        if (query.branches().isEmpty()) {
            return List.of();
        }
        List<Long> ids = mapper.ids(query.statement());
        Map<Long, Submission> batches = submissions.find(ids);
        return ids.stream().map(batches::get).filter(Objects::nonNull).toList();
    }

    PageQuery query(BatchFilter filter, Scope scope, Submission last, int limit) {
        Order order = Order.of(filter);
        Pick pick = Pick.of(filter, scope);
        return new PageQuery(order, pick.isNothing() ? List.of() : order.branches(pick), filter, key(order, last), limit);
    }

    private PageQuery.Key key(Order order, Submission last) {
        if (last == null) {
            return null;
        }
        Object value = switch (order) {
            case NUMBER -> last.number();
            case ISSUED -> mapper.issuedOn(last.id());
            case CREATED, ISSUANCE -> last.createdAt();
        };
        return new PageQuery.Key(value, last.id());
    }
}
