package io.zhengxun.standalone.simulator.fault;

/**
 * What goes wrong with the events that tell the bot what became of a message.
 *
 * @param delayMillis how much later they come
 * @param copies how often each comes; 0 is as good as 1
 * @param reversed whether an earlier one overtakes a later one: they come in pairs, the second first
 * @param lostPercent of how many nothing is ever heard
 * @param outcome what is reported
 */
public record ReportFaults(Long delayMillis, Integer copies, Boolean reversed, Integer lostPercent, Outcome outcome) {

    /** Status of TEMPLATESENDJOBFINISH (wechat-platform.md 2). */
    public enum Outcome {
        SUCCESS("success"),
        USER_BLOCK("failed:user block"),
        SYSTEM_FAILED("failed: system failed");

        private final String status;

        Outcome(String status) {
            this.status = status;
        }

        public String status() {
            return status;
        }
    }

    static final ReportFaults NONE = new ReportFaults(null, null, null, null, null);

    private static final long LONGEST_DELAY = 600_000;

    public ReportFaults {
        delayMillis = Faults.within(delayMillis, 0, LONGEST_DELAY);
        copies = (int) Math.max(1, Faults.within(copies == null ? null : copies.longValue(), 0, 5));
        reversed = reversed != null && reversed;
        lostPercent = (int) Faults.within(lostPercent == null ? null : lostPercent.longValue(), 0, 100);
        outcome = outcome == null ? Outcome.SUCCESS : outcome;
    }
}
