package io.zhengxun.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {

    private static final List<String> PLACES = List.of("学校", "公司", "老师", "单位", "考点", "家里", "朋友", "同事");

    @TempDir
    private Path phrasings;

    @Test
    void each_share_of_the_phrasings_is_learnt_and_judged_on_questions_and_on_the_phrasings_left_out() throws IOException {
        Files.write(phrasings.resolve("not_found.txt"), PLACES.stream().map(place -> place + "说证书查不到").toList());
        Files.write(phrasings.resolve("complaint.txt"), PLACES.stream().map(place -> "我要投诉" + place).toList());

        List<String> lines = measured(
                new Question(Intent.NOT_FOUND, "plain", "我的证书查不到"), new Question(Intent.COMPLAINT, "plain", "要投诉机构"));

        assertThat(lines).hasSize(7);
        assertThat(lines.get(2)).matches(" +2 .*");
        assertThat(lines.get(6)).matches(" +16  100.0 % \\(100.0 %\\) +100.0 % \\(100.0 %\\)");
    }

    private List<String> measured(Question... questions) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        LearningCurve.print(phrasings, List.of(questions), new PrintStream(written, true, StandardCharsets.UTF_8));
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
