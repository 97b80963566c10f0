package io.zhengxun.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_X64",
        "Linux, x86_64, LINUX_X64",
        "Linux, aarch64,",
        "Mac OS X, aarch64, MACOS_ARM64",
        "Mac OS X, x86_64,",
        "Windows 11, amd64, WINDOWS_X64",
        "Windows 11, aarch64,",
        "FreeBSD, amd64,"
    })
    void binaries_exist_for_three_platforms_only(String os, String arch, Platform expected) {
        assertThat(Platform.named(os, arch).orElse(null)).isEqualTo(expected);
    }
}
