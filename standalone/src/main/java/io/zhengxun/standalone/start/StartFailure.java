package io.zhengxun.standalone.start;

import io.zhengxun.embedded.StartRefused;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, in the one line that a person reads first. */
record StartFailure(String line) {

    static StartFailure of(Throwable failure) {
        Throwable cause = failure;
        while (true) {
            if (cause instanceof StartRefused refused) {
                return new StartFailure(refused.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return new StartFailure("Port " + port.getPort() + " was taken by another program just now;"
                        + " choose another by PORT=...");
            }
            if (cause.getCause() == null) {
                return new StartFailure("The reason: " + cause.getClass().getSimpleName() + ", "
                        + firstLine(cause.getMessage()) + " (more in zhengxun.log in the data folder)");
            }
            cause = cause.getCause();
        }
    }

    private static String firstLine(String message) {
        return message == null ? "without a message" : message.lines().findFirst().orElse("").strip();
    }
}
