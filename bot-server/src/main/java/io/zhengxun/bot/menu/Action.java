package io.zhengxun.bot.menu;

/**
 * What a button does: exactly one of these.
 *
 * @param intent code of the intent that a tap starts (rulebook, section 8)
 * @param url the page that a tap opens
 * @param miniProgram the page of a mini-program that a tap opens
 */
record Action(String intent, String url, MiniProgramPage miniProgram) {

    /** @param url what phones open that know no mini-programs */
    record MiniProgramPage(String appId, String path, String url) {}
}
