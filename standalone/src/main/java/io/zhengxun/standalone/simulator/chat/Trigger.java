package io.zhengxun.standalone.simulator.chat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What lets the account speak to a user for a while, and how often (wechat-platform.md 4.2). */
enum Trigger {
    SPOKE(5, Duration.ofHours(48)),
    TAPPED_MENU(3, Duration.ofMinutes(1)),
    FOLLOWED(3, Duration.ofMinutes(1)),
    SCANNED(3, Duration.ofMinutes(1));

    private final int messages;
    private final Duration within;

    Trigger(int messages, Duration within) {
        this.messages = messages;
        this.within = within;
    }

    int messages() {
        return messages;
    }

    Duration within() {
        return within;
    }

    /** What a user did, if it is one. */
    static Optional<Trigger> of(Draft draft) {
        if (!draft.isEvent()) {
            return Optional.of(SPOKE);
        }
        return switch (draft.shown().toLowerCase(Locale.ROOT)) {
            case "click", "scancode_push", "scancode_waitmsg" -> Optional.of(TAPPED_MENU);
            case "subscribe" -> Optional.of(FOLLOWED);
            case "scan" -> Optional.of(SCANNED);
            default -> Optional.empty();
        };
    }
}
