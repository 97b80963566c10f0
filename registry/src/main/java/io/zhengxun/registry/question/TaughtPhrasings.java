package io.zhengxun.registry.question;

import java.util.List;
import org.springframework.stereotype.Component;

/** What staff taught. */
@Component
public class TaughtPhrasings {

    /** More is for the program's own phrasings, which are learnt from as a whole. */
    public static final int MOST = 2000;

    private final PhrasingMapper mapper;

    TaughtPhrasings(PhrasingMapper mapper) {
        this.mapper = mapper;
    }

    /** Rises with every change, in the same transaction. */
    public long edition() {
        return mapper.edition();
    }

    /**
     * The latest first.
     *
     * @param before only those with a smaller id
     */
    public List<TaughtPhrasing> page(long before, int limit) {
        return mapper.page(before, limit);
    }

    /** The latest first, {@link #MOST} at most. */
    public List<TaughtPhrasing> all() {
        return mapper.latest(MOST);
    }
}
