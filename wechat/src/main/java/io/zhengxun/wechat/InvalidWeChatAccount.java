package io.zhengxun.wechat;

import java.util.List;

/** The settings of the WeChat account cannot work; the message names the variables, never their values. */
class InvalidWeChatAccount extends IllegalArgumentException {

    InvalidWeChatAccount(List<String> flaws) {
        super(String.join("; ", flaws) + ".");
    }
}
