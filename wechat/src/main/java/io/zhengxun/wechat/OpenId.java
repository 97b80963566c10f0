package io.zhengxun.wechat;

import java.util.regex.Pattern;

/**
 * A follower's identifier at one official account. It identifies a person, so it shows itself masked; the plain value is for
 * replies to WeChat and for keyed hashes only.
 *
 * @throws IllegalArgumentException when it is not 1–64 letters, digits, hyphens or underscores; the message omits the value
 */
public record OpenId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public OpenId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an openid");
        }
    }

    @Override
    public String toString() {
        return "OpenId[***]";
    }
}
