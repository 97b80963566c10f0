package io.zhengxun.standalone.simulator;

import org.springframework.http.HttpStatus;

/** The simulator does not do what it was asked for; the code tells its page why. */
public final class SimulatorRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    public SimulatorRefusal(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
