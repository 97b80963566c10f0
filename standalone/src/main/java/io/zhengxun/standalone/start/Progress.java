package io.zhengxun.standalone.start;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Short lines for the person who waits, each with the seconds since the start. */
@Component
public class Progress {

    private static final Instant START = start();

    /** Prints one line; may be called by any thread. */
    public void tell(String words) {
        System.out.printf(Locale.ROOT, "%5.1f s  %s%n", sinceStart().toMillis() / 1000.0, words);
    }

    /** The time since ./run was called, or else since this process began. */
    Duration sinceStart() {
        return Duration.between(START, Instant.now());
    }

    private static Instant start() {
        String calledAt = System.getenv("ZHENGXUN_CALLED_AT");
        if (calledAt != null && calledAt.matches("\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(calledAt));
        }
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }
}
