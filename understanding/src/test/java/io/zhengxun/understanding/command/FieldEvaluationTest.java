package io.zhengxun.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fields of messages, against what a careful reader finds in them (docs/understanding.md). */
class FieldEvaluationTest {

    private static final Path SETS = Path.of("src/test/resources/understanding");

    @TempDir
    private Path folder;

    @Test
    void development_messages_have_their_fields_found() throws IOException {
        assertThat(exactlyRight("development")).isGreaterThan(0.97);
    }

    @Test
    void held_back_messages_have_their_fields_found() throws IOException {
        assertThat(exactlyRight("held-back")).isGreaterThan(0.93);
    }

    @Test
    void one_wrong_field_makes_a_message_wrong() throws IOException {
        Path file = Files.writeString(folder.resolve("two.jsonl"), """
                {"text":"我叫陈甲子","certNo":null,"name":"陈甲子","idNumber":null,"invalid":[]}
                {"text":"我叫陈甲子","certNo":null,"name":"陈甲","idNumber":null,"invalid":[]}
                """);
        FieldEvaluation evaluation = new FieldEvaluation();
        evaluation.add(file);

        assertThat(evaluation.exactlyRight()).isEqualTo(0.5);
    }

    private static double exactlyRight(String set) throws IOException {
        FieldEvaluation evaluation = new FieldEvaluation();
        try (Stream<Path> files = Files.list(SETS.resolve(set))) {
            List<Path> messages = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            assertThat(messages).isNotEmpty();
            for (Path file : messages) {
                evaluation.add(file);
            }
        }
        return evaluation.exactlyRight();
    }
}
