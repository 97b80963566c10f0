package io.zhengxun.standalone.simulator.fault;

import java.util.List;

/**
 * What goes wrong at present; absent values mean that nothing does.
 *
 * @param callbackDelayMillis how much later the bot's answers reach the platform
 * @param apiDelayMillis how much later the platform's API answers
 * @param apiErrorCode the errcode that every call of the API gets; 0 for none
 * @param lostAnswers of how many first attempts of each push the bot's answer gets lost on its way
 * @param retryNonce whether a retry carries the first attempt's nonce
 * @param retryTimestamp whether a retry carries the first attempt's timestamp
 * @param duplicatePush whether each push is sent twice at the same moment
 * @param clockOffsetSeconds how far the timestamps of pushes are from the true time; negative is in the past
 * @param wrongSignature whether pushes are signed with a token that the bot does not know
 * @param endpoints what goes wrong with single endpoints of the API; the first that fits a call strikes it
 * @param reports what goes wrong with the reports of deliveries
 * @param limits how much may be sent
 */
public record Faults(
        Long callbackDelayMillis,
        Long apiDelayMillis,
        Integer apiErrorCode,
        Integer lostAnswers,
        Retry retryNonce,
        Retry retryTimestamp,
        Boolean duplicatePush,
        Long clockOffsetSeconds,
        Boolean wrongSignature,
        List<EndpointFault> endpoints,
        ReportFaults reports,
        SendLimits limits) {

    /** Whether a retry repeats a value or brings a new one: the platform does not say which (wechat-platform.md 1.6). */
    public enum Retry {
        SAME,
        FRESH
    }

    public static final Faults NONE = new Faults(null, null, null, null, null, null, null, null, null, null, null, null);

    private static final long LONGEST_DELAY = 60_000;
    private static final int MOST_ENDPOINTS = 20;
    private static final long LARGEST_OFFSET = 366L * 24 * 3600;

    public Faults {
        callbackDelayMillis = within(callbackDelayMillis, 0, LONGEST_DELAY);
        apiDelayMillis = within(apiDelayMillis, 0, LONGEST_DELAY);
        apiErrorCode = (int) within(apiErrorCode == null ? null : apiErrorCode.longValue(), -1, 9_999_999);
        lostAnswers = (int) within(lostAnswers == null ? null : lostAnswers.longValue(), 0, 10);
        retryNonce = retryNonce == null ? Retry.SAME : retryNonce;
        retryTimestamp = retryTimestamp == null ? Retry.SAME : retryTimestamp;
        duplicatePush = duplicatePush != null && duplicatePush;
        clockOffsetSeconds = within(clockOffsetSeconds, -LARGEST_OFFSET, LARGEST_OFFSET);
        wrongSignature = wrongSignature != null && wrongSignature;
        endpoints = endpoints == null ? List.of() : List.copyOf(endpoints);
        reports = reports == null ? ReportFaults.NONE : reports;
        limits = limits == null ? SendLimits.NONE : limits;
        if (endpoints.size() > MOST_ENDPOINTS) {
            throw new IllegalArgumentException("too many faults");
        }
    }

    static long within(Long value, long least, long most) {
        if (value == null) {
            return 0;
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException("must lie between " + least + " and " + most);
        }
        return value;
    }
}
