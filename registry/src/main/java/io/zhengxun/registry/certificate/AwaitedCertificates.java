package io.zhengxun.registry.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Certificates for whose outcome somebody waits; never a deleted one (K6) nor one that is being verified (K8). */
@Component
public class AwaitedCertificates {

    /** MariaDB makes a table of a list of a thousand values, and reads all rows to join it. */
    private static final int IDS_AT_ONCE = 500;

    private final AwaitedMapper mapper;

    AwaitedCertificates(AwaitedMapper mapper) {
        this.mapper = mapper;
    }

    /** By id; those of which nothing may be told are missing from the answer. */
    public Map<Long, AwaitedCertificate> find(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        Map<Long, AwaitedCertificate> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            mapper.byIds(all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)))
                    .forEach(certificate -> found.put(certificate.id(), certificate));
        }
        return found;
    }

    /** The ids of a batch's certificates that stand on the national network (R4). */
    public List<Long> publishedOf(long submissionId) {
        return mapper.publishedOf(submissionId);
    }

    /** The ids of the certificates that lie in an open return (R2). */
    public List<Long> inReturn(long returnId) {
        return mapper.inReturn(returnId);
    }
}
