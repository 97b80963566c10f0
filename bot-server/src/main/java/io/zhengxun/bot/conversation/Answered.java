package io.zhengxun.bot.conversation;

/**
 * What was answered last, until it is rated.
 *
 * @param intentCode of the rulebook's section 8
 * @param question without names and numbers
 */
record Answered(String intentCode, String question) {

    @Override
    public String toString() {
        return "Answered[%s]".formatted(intentCode);
    }
}
