package io.zhengxun.registry.notice.desk;

import java.time.Instant;

/**
 * Staff told somebody by telephone what a notice says.
 *
 * @param person who answered: evidence without a name is none, so it is kept with it (W4)
 * @param note what was agreed; may be empty
 */
public record PhoneCall(String person, Instant at, String note) {

    /** Of the person's name, and of the note: both together fit where decisions are kept. */
    public static final int LONGEST_PERSON = 30;
    public static final int LONGEST_NOTE = 120;

    /** Who was told what, as it is kept as evidence. */
    public String told() {
        return note.isEmpty() ? person : person + "：" + note;
    }

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "PhoneCall[" + at + "]";
    }
}
