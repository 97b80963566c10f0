package io.zhengxun.understanding.command;

import io.zhengxun.understanding.field.FieldReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the fields that were found with those that were meant: a line of JSON for each message, with its text and its fields. */
final class FieldEvaluation {

    private static final List<String> FIELDS = List.of("certNo", "name", "idNumber", "invalid");

    private final Map<String, Integer> right = new LinkedHashMap<>();
    private int messages;
    private int exact;

    void add(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                judge(JsonMapper.shared().readTree(line));
            }
        }
    }

    /** The share of messages of which all fields are exactly right; 1 for no message. */
    double exactlyRight() {
        return messages == 0 ? 1 : (double) exact / messages;
    }

    void print(PrintStream out) {
        out.printf("%d messages: all fields exactly right %.1f %%%n", messages, 100 * exactlyRight());
        FIELDS.forEach(field -> out.printf("  %-9s %.1f %%%n", field, 100.0 * right.getOrDefault(field, 0) / messages));
    }

    private void judge(JsonNode meant) {
        String text = meant.path("text").asString();
        JsonNode found = JsonMapper.shared().valueToTree(UnderstoodJson.fields(text, FieldReader.read(text)));
        List<String> agreeing = FIELDS.stream().filter(field -> found.path(field).equals(meant.path(field))).toList();
        agreeing.forEach(field -> right.merge(field, 1, Integer::sum));
        messages++;
        exact += agreeing.size() == FIELDS.size() ? 1 : 0;
    }
}
