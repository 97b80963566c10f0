package io.zhengxun.standalone.bench;

import java.util.Locale;

/**
 * What a user says, and what the answer has to contain.
 *
 * @param asker who says it: the same number is the same person of this run
 * @param words the message; the button's key of a {@link Kind#MENU}
 * @param expected a part of every right answer, e.g. the number of the certificate that is asked for; empty for any answer
 */
record Question(Kind kind, int asker, String words, String expected) {

    /** Kinds of messages, which cost the bot differently. */
    enum Kind {
        /** A certificate by two fields (Q1). */
        LOOK_UP,
        /** A question in one's own words. */
        FREE,
        /** A step of a guided dialog. */
        STEP,
        /** A tap on a button of the menu. */
        MENU,
        /** Nothing that the bot can help with. */
        OUT_OF_SCOPE;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Names and ID numbers stay out of logs, also invented ones. */
    @Override
    public String toString() {
        return "Question[" + kind + "]";
    }
}
