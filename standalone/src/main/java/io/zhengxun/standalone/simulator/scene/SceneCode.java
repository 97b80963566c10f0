package io.zhengxun.standalone.simulator.scene;

import java.time.Instant;

/**
 * A QR code of the official account.
 *
 * @param scene what the account gets back when somebody scans it
 * @param expiresAt null for one that lasts
 */
public record SceneCode(String ticket, String scene, Instant createdAt, Instant expiresAt) {

    /** What is drawn. */
    String url() {
        return "http://weixin.qq.com/q/" + ticket;
    }

    boolean lastsAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** Without what opens something to whoever knows it. */
    @Override
    public String toString() {
        return "SceneCode[until " + expiresAt + "]";
    }
}
