package io.zhengxun.bot.conversation;

/**
 * What was answered last, until it is rated.
 *
 * @param intentCode of the rulebook's section 8
 * @param score how sure it was that this was asked, between 0 and 1
 * @param question without names and numbers
 */
record Answered(String intentCode, double score, String question) {

    @Override
    public String toString() {
        return "Answered[%s]".formatted(intentCode);
    }
}
