package io.zhengxun.registry.account;

import java.security.SecureRandom;

/** A random password to begin with: no look-alikes, every kind of character, some 90 bits. */
final class InitialPassword {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InitialPassword() {}

    /** Groups of four, joined by hyphens; the first character of the first three groups is of a kind of its own. */
    static String random() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            password.append(pick(group == 0 ? "ABCDEFGH" : group == 1 ? "abcdefgh" : group == 2 ? "23456789" : LETTERS));
            for (int i = 1; i < GROUP; i++) {
                password.append(pick(LETTERS));
            }
        }
        return password.toString();
    }

    private static char pick(String from) {
        return from.charAt(RANDOM.nextInt(from.length()));
    }
}
