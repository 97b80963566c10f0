package io.zhengxun.notifier.planning;

import java.util.Set;

/** Kinds of events of which nobody is told: who is concerned did it, or sees it at the desk, or is told by another event. */
final class SilentKinds {

    static final Set<String> ALL = Set.of(
            "ISSUANCE_REGISTERED",
            "ISSUANCE_AMENDED",
            "ISSUANCE_CANCELLED",
            "ISSUANCE_ADMITTED",
            "SUBMISSION_RECORDED",
            "SUBMISSION_SUBMIT",
            "SUBMISSION_DISCARD",
            "SUBMISSION_TAKE_UP",
            // The return itself is told of (RETURN_RECORDED).
            "SUBMISSION_RETURN_SOME",
            "SUBMISSION_RETURN_REST",
            "SUBMISSION_PASS",
            "SUBMISSION_SEND_BACK",
            "SUBMISSION_APPROVE",
            "SUBMISSION_SEND_UP",
            "SUBMISSION_SEND_TO_MINISTRY",
            "SUBMISSION_REPLACE",
            // Staff see it in their list, and the deadline watch tells them (D11).
            "COMPLAINT_FILED",
            "COMPLAINT_REOPEN",
            "COMPLAINT_STATE",
            "RETURN_NOTIFIED",
            "RETURN_CORRECTED");

    private SilentKinds() {}
}
