package io.zhengxun.registry.contact;

import java.security.SecureRandom;
import java.util.Base64;

/** What an invitation's QR code holds: 192 random bits behind a prefix that tells it from other codes of the account. */
final class Scene {

    /** Label of the keyed hashes by which invitations are found. */
    static final String LABEL = "invitation-scene";

    private static final String PREFIX = "contact_";
    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Scene() {}

    /** WeChat takes 1 to 64 characters (wechat-platform 8.3). */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }
}
