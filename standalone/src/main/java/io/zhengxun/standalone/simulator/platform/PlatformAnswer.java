package io.zhengxun.standalone.simulator.platform;

import java.nio.charset.StandardCharsets;

/**
 * What a caller gets, and when.
 *
 * @param delayMillis how much later
 * @param severed whether the connection is closed instead of an answer
 */
record PlatformAnswer(int status, String type, byte[] body, long delayMillis, boolean severed) {

    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    static PlatformAnswer json(byte[] body) {
        return new PlatformAnswer(200, "application/json", body, 0, false);
    }

    static PlatformAnswer file(PlatformFile file) {
        return new PlatformAnswer(200, file.type(), file.content(), 0, false);
    }

    /** What a gateway in front of the platform says. */
    static PlatformAnswer page(int status) {
        return new PlatformAnswer(status, "text/html;charset=UTF-8", PAGE.getBytes(StandardCharsets.UTF_8), 0, false);
    }

    PlatformAnswer later(long millis) {
        return new PlatformAnswer(status, type, body, delayMillis + millis, severed);
    }

    PlatformAnswer withoutAnswer() {
        return new PlatformAnswer(status, type, body, delayMillis, true);
    }
}
