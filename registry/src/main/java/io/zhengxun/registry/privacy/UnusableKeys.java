package io.zhengxun.registry.privacy;

/** The keys of personal data are missing or malformed; the start is refused (Q6). Never names a key's value. */
public class UnusableKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String setting;
    private final int bytes;

    UnusableKeys(String message, String setting, int bytes) {
        super(message);
        this.setting = setting;
        this.bytes = bytes;
    }

    String remedy() {
        String variable = "ZHENGXUN_PRIVACY_" + setting.replace("-", "").toUpperCase() + "_1";
        return "Set " + variable + (bytes > 0 ? ", e.g. to the output of: openssl rand -base64 " + bytes : "")
                + ". Keep every key for as long as data sealed with it exists.";
    }
}
