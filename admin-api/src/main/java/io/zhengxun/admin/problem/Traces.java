package io.zhengxun.admin.problem;

import java.util.StringJoiner;

/** An exception as the log may keep it: kinds and places. Messages of drivers and libraries quote values (Q6). */
final class Traces {

    private static final int PLACES = 12;
    private static final int DEEPEST = 5;

    private Traces() {}

    static String of(Throwable thrown) {
        StringJoiner text = new StringJoiner(" caused by ");
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.add(cause.getClass().getName() + places(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String places(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < Math.min(PLACES, trace.length); i++) {
            places.append(" at ").append(trace[i]);
        }
        return places.toString();
    }
}
