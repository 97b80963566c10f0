package io.zhengxun.bot.dialog;

import java.nio.charset.StandardCharsets;

/** A reply that grows while WeChat takes it: a passive reply holds at most 2048 bytes of UTF-8. */
public final class ReplyLines {

    private static final int MOST_BYTES = 2048;

    private final StringBuilder written = new StringBuilder();
    private int room;

    /** @param reserve of the bytes, for what is added at the end by {@link #end} */
    public ReplyLines(String beginning, int reserve) {
        written.append(beginning);
        room = MOST_BYTES - reserve - bytes(beginning);
    }

    /** Adds a line; false, and nothing added, if there is no room for it. */
    public boolean add(String line) {
        int needed = bytes(line) + 1;
        if (needed > room) {
            return false;
        }
        room -= needed;
        written.append('\n').append(line);
        return true;
    }

    /** The reply with an end, which is left out if not even the reserve holds it. */
    public String end(String end) {
        return bytes(written.toString()) + bytes(end) > MOST_BYTES ? written.toString() : written + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
