package io.zhengxun.bot.callback;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down failures without their messages: a database names the values that it chokes on (Q6). */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int DEEPEST = 10;
    private static final int FRAMES = 4;

    private FailureLog() {}

    static void failed(Throwable failure) {
        LOG.error("A message could not be answered; its sender was asked to send it again. Cause: {}", described(failure));
    }

    static void slow() {
        LOG.warn("A message was not answered in time; its sender was asked to send it again.");
    }

    static void notTaken(Throwable failure) {
        LOG.error("A report of WeChat's could not be taken down and was not answered, so that WeChat sends it again. Cause: {}",
                described(failure));
    }

    private static String described(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(FailureLog::place)
                .collect(Collectors.joining(", caused by "));
    }

    private static String place(Throwable failure) {
        return failure.getClass().getName() + " at " + Arrays.stream(failure.getStackTrace())
                .limit(FRAMES).map(StackTraceElement::toString).collect(Collectors.joining(" < "));
    }
}
