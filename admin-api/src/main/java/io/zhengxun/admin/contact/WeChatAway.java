package io.zhengxun.admin.contact;

/** WeChat gives no QR code now: an invitation that nobody can scan yet. */
class WeChatAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WeChatAway() {
        super("WeChat gives no QR code.", null, false, false);
    }
}
