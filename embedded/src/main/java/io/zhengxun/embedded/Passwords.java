package io.zhengxun.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords of the servers, kept in the data folder so that only its owner can reach them. */
record Passwords(String mariaDb, String redis) {

    static Passwords in(Path folder) {
        return new Passwords(kept(folder.resolve("mariadb.password")), kept(folder.resolve("redis.password")));
    }

    private static String kept(Path file) {
        try {
            if (Files.exists(file)) {
                String password = Files.readString(file).strip();
                if (!password.isEmpty()) {
                    return password;
                }
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            Folders.write(file, password);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Passwords[***]";
    }
}
