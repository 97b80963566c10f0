package io.zhengxun.registry.deadline;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Invented subjects of deadlines, each with ids that no other test has. */
@Component
class DeadlineCases {

    private final Institutions institutions;
    private final AtomicLong ids = new AtomicLong(System.nanoTime());

    DeadlineCases(Institutions institutions) {
        this.institutions = institutions;
    }

    /** A subject of a new institution in Guangzhou. */
    DeadlineSubject next(DeadlineSubject.Kind kind) {
        return next(kind, "440100");
    }

    DeadlineSubject next(DeadlineSubject.Kind kind, String regionCode) {
        long id = ids.incrementAndGet();
        String prefix = FreshNumbers.prefix();
        Tier tier = regionCode.equals("440000") ? Tier.PROVINCIAL : Tier.MUNICIPAL;
        long institution = institutions.file(new NewInstitution(
                prefix, "期限测试机构" + prefix, tier, regionCode, "020-0000000", Map.of()));
        return new DeadlineSubject(kind, id, institution, regionCode);
    }
}
