package io.zhengxun.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine that cannot load the native library, in a process of its own: a library once loaded stays. */
class WithoutNativeLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void messages_are_understood_by_their_characters_and_the_log_says_why() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("questions.txt"), "点解查唔到我本证\n陈甲子 44009919900307019X\n");
        Path written = folder.resolve("written.txt");

        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "-Dfile.encoding=UTF-8",
                        // The library is unpacked there before it is loaded.
                        "-Djava.io.tmpdir=" + folder.resolve("absent"),
                        "-cp", System.getProperty("java.class.path"),
                        UnderstandCommand.class.getName(), file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(written.toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(written, StandardCharsets.UTF_8))
                .contains("by their characters alone")
                .contains("absent")
                .contains("\"intent\":\"not_found\"")
                .contains("\"name\":\"陈甲子\"");
    }
}
