package io.zhengxun.registry.audit;

import java.util.Map;

/**
 * Something that was done, as the trail keeps it for ever (W4). Values of {@code before} and {@code after} are masked
 * already where they are personal (Q6); their keys are field names in the order in which they are to be shown.
 *
 * @param act stable name of what was done, e.g. {@code SUBMISSION_APPROVED}
 * @param before what it changed, as it was; empty where there was nothing
 * @param after as it is now; empty where nothing is left
 */
public record Deed(Actor actor, String act, Subject subject, Map<String, String> before, Map<String, String> after) {

    /** To what it was done: it may be gone later, the trail's entry stays. */
    public record Subject(Kind kind, String key) {

        public enum Kind {
            ISSUANCE,
            SUBMISSION,
            UPLOAD,
            RETURN,
            RETURN_REASON,
            CERTIFICATE,
            MINISTRY_EXPORT,
            MINISTRY_RECEIPTS,
            INSTITUTION,
            ACCOUNT,
            ROLE,
            DATA_MANAGER,
            WORKING_DAYS,
            CONTACT,
            INVITATION,
            NOTICE,
            CHANNEL,
            HOLDER_SUBSCRIPTION,
            CONSULTATION
        }
    }

    public static Deed of(Actor actor, String act, Subject.Kind kind, String key, Map<String, String> after) {
        return new Deed(actor, act, new Subject(kind, key), Map.of(), after);
    }
}
