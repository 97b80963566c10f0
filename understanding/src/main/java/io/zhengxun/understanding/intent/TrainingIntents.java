package io.zhengxun.understanding.intent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Learns the intents from a folder of phrasings and writes what was learnt. Takes about a minute on two cores. */
public final class TrainingIntents {

    private TrainingIntents() {}

    /** @throws SentenceModelMissing when this machine cannot run the sentence model */
    public static void train(Path phrasings, Path model) throws IOException {
        try (SentenceModel sentences = SentenceModel.load(Runtime.getRuntime().availableProcessors());
                OutputStream out = Files.newOutputStream(model)) {
            learn(Phrasings.read(phrasings), Phrasings.digest(phrasings), sentences).write(out);
        }
    }

    static TrainedIntents learn(List<Question> phrasings, String digest, SentenceModel sentences) {
        Spelling spelling = new Spelling();
        List<Spelling.Spelled> texts = phrasings.stream().map(phrasing -> spelling.of(phrasing.text())).toList();
        Weighing weighing = Weighing.learn(texts);
        List<Training.Example> examples = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> new Training.Example(
                        phrasings.get(i).intent(),
                        weighing.vector(texts.get(i), sentences.encode(texts.get(i).standard()))))
                .toList();
        return new TrainedIntents(digest, weighing, Training.learn(examples, true), Training.learn(examples, false));
    }
}
