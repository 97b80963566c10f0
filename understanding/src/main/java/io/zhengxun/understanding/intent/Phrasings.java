package io.zhengxun.understanding.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The phrasings from which the classifier learns: a file per intent and writer, a line each, headings behind #. */
final class Phrasings {

    private static final String FOLDER = "/understanding/phrasings/";
    private static final String ENDING = ".txt";

    private static final int MOST_NUMBERED = 9;

    private Phrasings() {}

    /** @throws IllegalArgumentException when a file is named after no intent */
    static List<Question> read(Path folder) {
        List<Question> all = new ArrayList<>();
        for (Path file : files(folder)) {
            all.addAll(parse(intentOf(file), lines(file)));
        }
        return all;
    }

    /** Those that came with the program; an intent has one file, or several numbered ones, or both. */
    static List<Question> builtIn() {
        return Arrays.stream(Intent.values())
                .flatMap(intent -> Stream.concat(
                                Stream.of(""), IntStream.rangeClosed(1, MOST_NUMBERED).mapToObj(i -> "_" + i))
                        .flatMap(number -> parse(intent, resource(intent.code() + number)).stream()))
                .toList();
    }

    /** The lines of a file of phrasings, headings behind # naming the group of what follows. */
    private static List<Question> parse(Intent intent, List<String> lines) {
        List<Question> all = new ArrayList<>();
        String group = "plain";
        for (String line : lines) {
            if (line.startsWith("#")) {
                group = line.substring(1).strip();
            } else if (!line.isBlank()) {
                all.add(new Question(intent, group, unescaped(line)));
            }
        }
        return all;
    }

    private static List<String> resource(String name) {
        try (InputStream in = Phrasings.class.getResourceAsStream(FOLDER + name + ENDING)) {
            return in == null ? List.of() : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labelled questions, {@code intent TAB text}; the group is the file's name up to a dash. */
    static List<Question> readTable(Path file) {
        String group = file.getFileName().toString().replaceFirst("[-.].*$", "");
        List<Question> all = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", 2);
            Intent intent = Intent.ofCode(parts[0])
                    .filter(found -> parts.length == 2)
                    .orElseThrow(() -> new IllegalArgumentException(file.getFileName() + ", line " + (all.size() + 1)
                            + ": expected an intent's code, TAB, text"));
            all.add(new Question(intent, group, unescaped(parts[1])));
        }
        return all;
    }

    /** What all files hold, as one number: a trained model belongs to exactly one such number. */
    static String digest(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(folder)) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(String.join("\n", lines(file)).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The two characters {@code \n} stand for a line break. */
    static String unescaped(String line) {
        return line.replace("\\n", "\n");
    }

    private static Intent intentOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?:_[0-9])?" + ENDING + "$", "");
        return Intent.ofCode(name)
                .orElseThrow(() -> new IllegalArgumentException(file.getFileName() + " is named after no intent"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
