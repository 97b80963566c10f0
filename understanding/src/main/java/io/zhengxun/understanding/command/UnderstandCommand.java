package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.intent.LearningCurve;
import io.zhengxun.understanding.intent.Question;
import io.zhengxun.understanding.intent.TrainingIntents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the command line of {@code ./understand}. */
public final class UnderstandCommand {

    private static final String USAGE = """
            Usage: ./understand FILE             one utterance per line (- for standard input; \\n in a line stands for a line
                                                 break); writes one JSON line each
                   ./understand --evaluate FILE.tsv …   intent TAB text per line; accuracy, precision, recall and confusions
                   ./understand --evaluate FILE.jsonl …  a message and its fields per line; how many are exactly right
                   ./understand --latency FILE   how long one message takes, at the median and the 99th percentile
                   ./understand --memory FILE    what the model takes of memory, at rest and after a thousand messages
                   ./understand --train          learns the phrasings anew and writes the model into the sources
                   ./understand --learning-curve FILE.tsv …   how well fewer phrasings would do; takes minutes""";

    private static final Path RESOURCES = Path.of("understanding/src/main/resources/understanding");
    private static final String PHRASINGS = "phrasings";

    private UnderstandCommand() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out);
        out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(USAGE);
            return arguments.isEmpty() ? 2 : 0;
        }
        try {
            return switch (arguments.get(0)) {
                case "--train" -> train(out);
                case "--evaluate" -> evaluate(arguments.subList(1, arguments.size()), out);
                case "--latency" -> latency(arguments.subList(1, arguments.size()), out);
                case "--memory" -> memory(arguments.subList(1, arguments.size()), out);
                case "--learning-curve" -> learningCurve(arguments.subList(1, arguments.size()), out);
                default -> understand(arguments.get(0), out);
            };
        } catch (NoSuchFileException e) {
            System.err.println("No such file: " + e.getFile());
            return 2;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int understand(String file, PrintStream out) throws IOException {
        if (file.startsWith("--")) {
            throw new IllegalArgumentException("Unknown option " + file + "\n" + USAGE);
        }
        try (Understanding understanding = Understanding.load(1);
                BufferedReader in = reader(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)));
                Stream<String> lines = in.lines()) {
            lines.forEach(line -> out.println(UnderstoodJson.of(understanding, line)));
        }
        return 0;
    }

    /** Bytes that are no UTF-8 are read as �: one bad line does not end the others. */
    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static int evaluate(List<String> files, PrintStream out) throws IOException {
        List<String> messages = files.stream().filter(file -> file.endsWith(".jsonl")).toList();
        List<String> questions = files.stream().filter(file -> !messages.contains(file)).toList();
        if (!messages.isEmpty()) {
            evaluateFields(messages, out);
        }
        if (!questions.isEmpty() || messages.isEmpty()) {
            evaluateIntents(questions, out);
        }
        return 0;
    }

    private static void evaluateFields(List<String> files, PrintStream out) throws IOException {
        FieldEvaluation evaluation = new FieldEvaluation();
        for (String file : files) {
            evaluation.add(Path.of(file));
        }
        evaluation.print(out);
    }

    private static void evaluateIntents(List<String> files, PrintStream out) {
        Evaluation evaluation = new Evaluation();
        try (Understanding understanding = Understanding.load(1)) {
            for (String file : files) {
                evaluation.add(Path.of(file), understanding);
            }
        }
        evaluation.print(out);
    }

    private static int latency(List<String> files, PrintStream out) throws IOException {
        List<String> lines = linesOfOne(files);
        try (Understanding understanding = Understanding.load(1)) {
            Latency.measure(lines, understanding, out);
        }
        return 0;
    }

    private static int memory(List<String> files, PrintStream out) throws IOException {
        Memory.measure(linesOfOne(files), out);
        return 0;
    }

    private static List<String> linesOfOne(List<String> files) throws IOException {
        if (files.size() != 1) {
            throw new IllegalArgumentException(USAGE);
        }
        return Files.readAllLines(Path.of(files.get(0)));
    }

    private static int learningCurve(List<String> files, PrintStream out) {
        requireSources();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        List<Question> questions = files.stream().flatMap(file -> Question.readAll(Path.of(file)).stream()).toList();
        LearningCurve.print(RESOURCES.resolve(PHRASINGS), questions, out);
        return 0;
    }

    private static int train(PrintStream out) throws IOException {
        requireSources();
        out.println("Learning the phrasings, about a minute…");
        out.flush();
        TrainingIntents.train(RESOURCES.resolve(PHRASINGS), RESOURCES.resolve("intents.model"));
        out.println("Written: " + RESOURCES.resolve("intents.model"));
        return 0;
    }

    private static void requireSources() {
        if (!Files.isDirectory(RESOURCES)) {
            throw new IllegalArgumentException("Run it from the project's folder: " + RESOURCES + " is not here");
        }
    }
}
