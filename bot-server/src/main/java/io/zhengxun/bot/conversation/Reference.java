package io.zhengxun.bot.conversation;

import io.zhengxun.understanding.intent.Intent;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a complaint or of a return: who sends it, and nothing else, wants to know how it stands. */
final class Reference {

    /** TS261124-7KQ2MX4T, TH261124-7KQ2MX4T, without signs. */
    private static final Pattern NUMBER = Pattern.compile("t[sh][0-9]{6}[0-9a-z]{8}");

    private static final int LONGEST = 40;

    private Reference() {}

    /** What is wanted; empty for any other message. */
    static Optional<Intent> askedAbout(String typed) {
        String plain = typed.length() > LONGEST ? "" : Command.plain(typed);
        return NUMBER.matcher(plain).matches()
                ? Optional.of(plain.startsWith("ts") ? Intent.COMPLAINT_STATUS : Intent.RETURN_REASON)
                : Optional.empty();
    }
}
