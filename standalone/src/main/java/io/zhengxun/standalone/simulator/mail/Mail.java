package io.zhengxun.standalone.simulator.mail;

import java.time.Instant;

/**
 * An e-mail as its reader sees it.
 *
 * @param number counts up, from 1
 */
record Mail(long number, String from, String to, String subject, String text, Instant at) {

    /** Without what people wrote and read. */
    @Override
    public String toString() {
        return "Mail[" + number + "]";
    }
}
