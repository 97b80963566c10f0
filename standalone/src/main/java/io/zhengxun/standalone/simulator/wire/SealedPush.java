package io.zhengxun.standalone.simulator.wire;

/** One signed request to the callback URL: its query and its body (empty for the verification). */
public record SealedPush(String query, String body) {

    @Override
    public String toString() {
        return "SealedPush[" + body.length() + " characters]";
    }
}
