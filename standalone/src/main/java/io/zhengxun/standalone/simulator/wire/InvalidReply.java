package io.zhengxun.standalone.simulator.wire;

/** What came back is nothing that the platform can show: the user reads that the account is out of service. */
public final class InvalidReply extends Exception {

    private final String problem;

    InvalidReply(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** A stable code of what is wrong, such as {@code bad-signature}. */
    public String problem() {
        return problem;
    }
}
