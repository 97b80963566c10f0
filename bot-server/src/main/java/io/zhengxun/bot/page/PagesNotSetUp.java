package io.zhengxun.bot.page;

/** There is no public address (zhengxun.public.base-url), so that WeChat could not lead back to a page. */
class PagesNotSetUp extends RuntimeException {

    PagesNotSetUp() {
        super("zhengxun.public.base-url is not set", null, false, false);
    }
}
