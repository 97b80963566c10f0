package io.zhengxun.notifier.telling;

import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnState;
import java.util.Map;

/** What a notice says to a holder: nothing personal, and no internal reason (Q4, Q6). */
final class HolderFacts {

    static final String RETURN = "return";
    static final String DUE_ON = "dueOn";

    private HolderFacts() {}

    static Map<String, String> published(AwaitedCertificate certificate) {
        return Map.of(
                "occupation", certificate.occupation(),
                "level", certificate.level().label(),
                "publishedOn", certificate.publishedOn().toString());
    }

    /** The number of the return is for us, no text shows it. */
    static Map<String, String> returned(AwaitedCertificate certificate, Return found) {
        return Map.of(
                "occupation", certificate.occupation(),
                "level", certificate.level().label(),
                RETURN, found.number(),
                DUE_ON, dueOn(found));
    }

    /** Empty while no clock runs for the institution (T4). */
    static String dueOn(Return found) {
        return found.state() == ReturnState.NOTIFIED && found.dueOn() != null ? found.dueOn().toString() : "";
    }
}
