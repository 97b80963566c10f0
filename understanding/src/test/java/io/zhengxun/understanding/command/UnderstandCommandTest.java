package io.zhengxun.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnderstandCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void each_line_gives_a_line_of_json_with_intent_and_fields() throws IOException {
        Path file = Files.writeString(folder.resolve("questions.txt"), """
                点解查唔到我本证
                姓名：陈甲子\\n身份证：44009919900307019X
                帮我验下真假 S000044010001259000001
                """);

        assertThat(run(file.toString())).isZero();

        List<JsonNode> lines = output().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("intent").asString()).isEqualTo("not_found");
        assertThat(lines.get(0).path("alternatives")).isNotEmpty();
        assertThat(lines.get(0).path("fields").path("certNo").isNull()).isTrue();
        assertThat(lines.get(1).path("text").asString()).contains("\n");
        assertThat(lines.get(1).path("intent").asString()).isEqualTo("lookup");
        assertThat(lines.get(1).path("fields").path("name").asString()).isEqualTo("陈甲子");
        assertThat(lines.get(1).path("fields").path("idNumber").asString()).isEqualTo("44009919900307019X");
        assertThat(lines.get(2).path("fields").path("invalid").get(0).asString()).isEqualTo("S000044010001259000001");
    }

    @Test
    void bytes_that_are_no_text_and_lines_of_any_length_do_not_end_the_others() throws IOException {
        Path file = folder.resolve("bad.txt");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0, 7, '\n'});
            out.write("退".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
            out.write("\n\n😀😀\n转人工\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run(file.toString())).isZero();

        List<JsonNode> lines = output().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(5).allMatch(line -> line.path("alternatives").size() == 3);
        assertThat(lines.get(4).path("intent").asString()).isEqualTo("human");
    }

    @Test
    void a_table_is_judged_by_what_was_meant() throws IOException {
        Path file = Files.writeString(folder.resolve("some.tsv"), "not_found\t点解查唔到我本证\nthanks\t我要投诉这家学校\n");

        assertThat(run("--evaluate", file.toString())).isZero();
        assertThat(output())
                .contains("2 questions: right 50.0 %")
                .contains("1  thanks taken for complaint")
                .containsPattern("from 0.9 +2 +50.0 %");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memory_is_told_before_and_after_a_thousand_messages() throws IOException {
        Path file = Files.writeString(folder.resolve("questions.txt"), "点解查唔到我本证\n陈甲子 44009919900307019X\n");

        assertThat(run("--memory", file.toString())).isZero();
        assertThat(output().lines()).hasSize(4).allMatch(line -> line.matches(".*[0-9]+ MiB"));
    }

    @Test
    void a_wrong_call_says_what_would_be_right() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.tsv"), "nothing\tabc\n");

        assertThat(run()).isEqualTo(2);
        assertThat(output()).contains("Usage");
        assertThat(run("--evaluate", file.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("absent.txt").toString())).isEqualTo(2);
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(run("--learning-curve")).isEqualTo(2);
        assertThat(run("--memory")).isEqualTo(2);
    }

    private int run(String... arguments) throws IOException {
        return UnderstandCommand.run(List.of(arguments), new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
