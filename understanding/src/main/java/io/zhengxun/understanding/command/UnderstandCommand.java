package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.intent.TrainingIntents;
import java.io.BufferedReader;
import java.io.IOException;
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
                   ./understand --latency FILE   how long one message takes, at the median and the 99th percentile
                   ./understand --train          learns the phrasings anew and writes the model into the sources""";

    private static final Path RESOURCES = Path.of("understanding/src/main/resources/understanding");

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
                BufferedReader in = file.equals("-")
                        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : Files.newBufferedReader(Path.of(file));
                Stream<String> lines = in.lines()) {
            lines.forEach(line -> out.println(UnderstoodJson.of(understanding, line)));
        }
        return 0;
    }

    private static int evaluate(List<String> files, PrintStream out) {
        Evaluation evaluation = new Evaluation();
        try (Understanding understanding = Understanding.load(1)) {
            for (String file : files) {
                evaluation.add(Path.of(file), understanding);
            }
        }
        evaluation.print(out);
        return 0;
    }

    private static int latency(List<String> files, PrintStream out) throws IOException {
        if (files.size() != 1) {
            throw new IllegalArgumentException(USAGE);
        }
        try (Understanding understanding = Understanding.load(1)) {
            Latency.measure(Files.readAllLines(Path.of(files.get(0))), understanding, out);
        }
        return 0;
    }

    private static int train(PrintStream out) throws IOException {
        if (!Files.isDirectory(RESOURCES)) {
            throw new IllegalArgumentException("Run it from the project's folder: " + RESOURCES + " is not here");
        }
        out.println("Learning the phrasings, about a minute…");
        out.flush();
        TrainingIntents.train(RESOURCES.resolve("phrasings"), RESOURCES.resolve("intents.model"));
        out.println("Written: " + RESOURCES.resolve("intents.model"));
        return 0;
    }
}
