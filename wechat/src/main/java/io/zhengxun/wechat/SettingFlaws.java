package io.zhengxun.wechat;

import io.zhengxun.wechat.WeChatAccount.Mode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with an account's settings, by the names of the variables and never with their values. */
final class SettingFlaws {

    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9]{6,32}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final List<String> flaws = new ArrayList<>();
    private final String prefix;

    SettingFlaws(String prefix) {
        this.prefix = prefix;
    }

    SettingFlaws appId(String value) {
        return check("APP_ID", fits(APP_ID, value), "6 to 32 letters and digits");
    }

    SettingFlaws token(String value) {
        return check("TOKEN", fits(TOKEN, value), "3 to 32 letters and digits");
    }

    SettingFlaws aesKeys(String value, String previous, Mode mode) {
        boolean mayBeMissing = mode == Mode.PLAIN && value.isEmpty();
        check("AES_KEY", mayBeMissing || fits(AES_KEY, value), "exactly 43 letters and digits");
        return check("AES_KEY_PREVIOUS", previous.isEmpty() || fits(AES_KEY, previous),
                "empty or exactly 43 letters and digits");
    }

    SettingFlaws secret(String value) {
        return check("SECRET", fits(SECRET, value), "the account's AppSecret");
    }

    SettingFlaws webAddress(String name, String value) {
        return check(name, isWebAddress(value), "an http or https address");
    }

    /** @throws InvalidWeChatAccount if there is any */
    void refuse() {
        if (!flaws.isEmpty()) {
            throw new InvalidWeChatAccount(flaws);
        }
    }

    private SettingFlaws check(String name, boolean good, String expected) {
        if (!good) {
            flaws.add(prefix + name + " is missing or malformed: expected " + expected);
        }
        return this;
    }

    private static boolean fits(Pattern form, String value) {
        return value != null && form.matcher(value).matches();
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value == null ? "" : value);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
