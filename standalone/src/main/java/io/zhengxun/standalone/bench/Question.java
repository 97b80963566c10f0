package io.zhengxun.standalone.bench;

/**
 * What a user asks, and what the answer has to contain.
 *
 * @param text the message, with two fields of a demo certificate
 * @param certificateNumber the number of that certificate
 */
public record Question(String text, String certificateNumber) {

    /** Names and ID numbers stay out of logs, also invented ones. */
    @Override
    public String toString() {
        return "Question";
    }
}
