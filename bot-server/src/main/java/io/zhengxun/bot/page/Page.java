package io.zhengxun.bot.page;

/**
 * A page as it is sent.
 *
 * @param askingConsent whether it uses WeChat's own tag, which needs WeChat's script
 */
record Page(byte[] html, boolean askingConsent) {

    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'";

    /** Nothing from elsewhere, and no script at all: where the tag is, WeChat's script and what that draws. */
    String policy() {
        return askingConsent
                ? POLICY + " 'unsafe-inline'; script-src 'self' https://res.wx.qq.com; connect-src https://res.wx.qq.com;"
                        + " img-src 'self' data: https://res.wx.qq.com; frame-src https://res.wx.qq.com"
                : POLICY;
    }
}
