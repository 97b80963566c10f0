package io.zhengxun.standalone.simulator.chat;

/**
 * One request to the bot and what came of it.
 *
 * @param number 1 for the first
 * @param copy 1, or 2 for the second of a doubled push
 * @param query the request's query
 * @param sent the request's body
 * @param outcome {@code answered}, {@code no-answer} (5 s over), {@code lost}, {@code no-connection}, or why the answer is
 *     invalid
 * @param status the HTTP status, 0 without an answer
 * @param received the answer's body as it came
 * @param opened the answer's XML, decrypted
 */
record Attempt(
        int number,
        int copy,
        String query,
        String sent,
        String outcome,
        int status,
        String received,
        String opened,
        long durationMillis) {

    @Override
    public String toString() {
        return "Attempt[" + number + ", " + outcome + "]";
    }
}
