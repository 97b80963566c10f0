package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.audit.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param code what: an act of the trail, e.g. {@code SUBMISSION_APPROVE}, or one of the codes below
 * @param subject number of what it happened to
 * @param by who did it; null for what only came with time
 * @param facts values by name, nothing personal of holders
 */
public record HistoryEvent(Instant at, String code, String subject, Actor by, Map<String, String> facts) {

    public static final String UPLOADED = "UPLOADED";
    public static final String DEADLINE_STARTED = "DEADLINE_STARTED";
    public static final String DEADLINE_MET = "DEADLINE_MET";
    public static final String DEADLINE_MET_LATE = "DEADLINE_MET_LATE";
    public static final String DEADLINE_PASSED = "DEADLINE_PASSED";
    public static final String DEADLINE_WITHDRAWN = "DEADLINE_WITHDRAWN";
}
