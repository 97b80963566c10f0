package io.zhengxun.standalone.simulator.wire;

/**
 * A reply that the platform accepts.
 *
 * @param type MsgType, or an empty text where nothing is shown ({@code success} or an empty body)
 * @param text what the user reads, for the type {@code text}
 * @param plainXml the decrypted XML, for a look at it
 */
public record Reply(String type, String text, String plainXml) {

    static final Reply NOTHING = new Reply("", "", "");

    public boolean shown() {
        return !type.isEmpty();
    }

    @Override
    public String toString() {
        return "Reply[" + type + "]";
    }
}
