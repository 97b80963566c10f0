package io.zhengxun.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final List<Question> FEW = List.of(
            new Question(Intent.NOT_FOUND, "plain", "网上查不到我的证书"),
            new Question(Intent.NOT_FOUND, "plain", "为什么查不到"),
            new Question(Intent.NOT_FOUND, "plain", "系统说没有我的记录"),
            new Question(Intent.COMPLAINT, "plain", "我要投诉这家学校"),
            new Question(Intent.COMPLAINT, "plain", "举报乱收费"),
            new Question(Intent.COMPLAINT, "plain", "他们态度太差要投诉"));

    @Test
    void what_is_learnt_understands_new_questions_also_after_writing_and_reading() throws IOException {
        try (SentenceModel sentences = SentenceModel.load(1)) {
            TrainedIntents learnt = TrainingIntents.learn(FEW, "few", sentences);
            IntentFinder before = new IntentFinder(learnt, Optional.of(sentences));
            IntentFinder after = new IntentFinder(writtenAndRead(learnt), Optional.of(sentences));

            assertThat(before.guess("怎么没有查到我这本").get(0).intent()).isEqualTo(Intent.NOT_FOUND);
            assertThat(before.guess("想投诉一个培训机构").get(0).intent()).isEqualTo(Intent.COMPLAINT);
            assertThat(after.guess("想投诉一个培训机构")).isEqualTo(before.guess("想投诉一个培训机构"));
        }
    }

    @Test
    void the_same_phrasings_give_the_same_model() throws IOException {
        try (SentenceModel sentences = SentenceModel.load(2)) {
            assertThat(written(TrainingIntents.learn(FEW, "few", sentences)))
                    .isEqualTo(written(TrainingIntents.learn(FEW, "few", sentences)));
        }
    }

    @Test
    void sentences_of_one_meaning_are_near_and_others_are_far() {
        try (SentenceModel sentences = SentenceModel.load(1)) {
            float[] one = sentences.encode("证书查询不到怎么办");

            assertThat(product(one, sentences.encode("查不到证书该怎么处理"))).isGreaterThan(0.8);
            assertThat(product(one, sentences.encode("今天天气真好"))).isLessThan(0.5);
            assertThat(product(one, one)).isBetween(0.999, 1.001);
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < SentenceModel.SIZE / 2; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static TrainedIntents writtenAndRead(TrainedIntents learnt) throws IOException {
        return TrainedIntents.read(new ByteArrayInputStream(written(learnt)));
    }

    private static byte[] written(TrainedIntents learnt) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        learnt.write(out);
        return out.toByteArray();
    }
}
