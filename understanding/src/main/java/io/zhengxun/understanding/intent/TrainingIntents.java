package io.zhengxun.understanding.intent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Learns the intents from a folder of phrasings and writes what was learnt. Takes about a minute on two cores. */
public final class TrainingIntents {

    /** A phrasing with all that does not depend on the other phrasings. */
    record Read(Question question, Spelling.Spelled text, float[] sentence) {}

    private TrainingIntents() {}

    /** @throws SentenceModelMissing when this machine cannot run the sentence model */
    public static void train(Path phrasings, Path model) throws IOException {
        try (SentenceModel sentences = SentenceModel.load(Runtime.getRuntime().availableProcessors());
                OutputStream out = Files.newOutputStream(model)) {
            learn(Phrasings.read(phrasings), Phrasings.digest(phrasings), sentences).write(out);
        }
    }

    static TrainedIntents learn(List<Question> phrasings, String digest, SentenceModel sentences) {
        List<Read> read = read(phrasings, sentences);
        Weighing weighing = weighing(read);
        List<Training.Example> examples = examples(read, weighing);
        return new TrainedIntents(digest, weighing, Training.learn(examples, true), Training.learn(examples, false));
    }

    static List<Read> read(List<Question> questions, SentenceModel sentences) {
        Spelling spelling = new Spelling();
        return questions.parallelStream()
                .map(question -> {
                    Spelling.Spelled text = spelling.of(question.text());
                    return new Read(question, text, sentences.encode(text.standard()));
                })
                .toList();
    }

    static Weighing weighing(List<Read> phrasings) {
        return Weighing.learn(phrasings.stream().map(Read::text).toList());
    }

    static List<Training.Example> examples(List<Read> phrasings, Weighing weighing) {
        return phrasings.parallelStream()
                .map(phrasing -> new Training.Example(
                        phrasing.question().intent(), weighing.vector(phrasing.text(), phrasing.sentence())))
                .toList();
    }
}
