package io.zhengxun.standalone.simulator.fault;

/**
 * How much may be sent, and what a repetition gets.
 *
 * @param perDay messages an account may send in a day of Beijing (45009); 0 for as many as it likes
 * @param perMinute calls an account may make in a minute (45011); 0 for as many as it likes
 * @param repetitionRefused whether a client_msg_id that was there already is an error, and not the first one's answer: the
 *     platform does not say which (wechat-platform.md 6.2)
 */
public record SendLimits(Long perDay, Long perMinute, Boolean repetitionRefused) {

    static final SendLimits NONE = new SendLimits(null, null, null);

    private static final long MOST = 1_000_000_000;

    public SendLimits {
        perDay = Faults.within(perDay, 0, MOST);
        perMinute = Faults.within(perMinute, 0, MOST);
        repetitionRefused = repetitionRefused != null && repetitionRefused;
    }
}
