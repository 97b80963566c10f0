package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.refusal.Absent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of receipts that came from the ministry (R4): brought in by {@link ImportingReceipts}. */
@Component
public class MinistryReceipts {

    private final MinistryReceiptsMapper mapper;

    MinistryReceipts(MinistryReceiptsMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws Absent if there are none of that number */
    public ReceiptsImport find(String number) {
        return Optional.ofNullable(mapper.byNumber(number)).orElseThrow(Absent::new);
    }

    /**
     * Newest first, paged by key.
     *
     * @param before the id of the last one seen; {@code Long.MAX_VALUE} for the first page
     */
    public List<ReceiptsImport> page(long before, int limit) {
        return mapper.page(before, limit);
    }
}
