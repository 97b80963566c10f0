package io.zhengxun.standalone.trail;

import io.zhengxun.embedded.StartRefused;
import io.zhengxun.registry.audit.NotedEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chains' ends as the last verification found them, one a line: chain, place, hash. */
record EndsFile(Path path) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) (\\d{1,18}) ([0-9a-f]{64})");

    /** Empty if there is no file yet. */
    List<NotedEnd> read() {
        try {
            return Files.exists(path) ? Files.readAllLines(path).stream().map(this::end).toList() : List.of();
        } catch (IOException e) {
            throw new StartRefused("The noted ends cannot be read from " + path + ": " + e.getMessage(), e);
        }
    }

    void write(List<NotedEnd> ends) {
        List<String> lines = ends.stream()
                .map(end -> end.chain() + " " + end.seq() + " " + end.hash())
                .toList();
        try {
            Files.write(path, lines);
        } catch (IOException e) {
            throw new StartRefused("The ends cannot be noted in " + path + ": " + e.getMessage(), e);
        }
    }

    private NotedEnd end(String line) {
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            throw new StartRefused(path + " is no file of noted ends: \"" + line + "\"");
        }
        return new NotedEnd(
                Integer.parseInt(fields.group(1)), Long.parseLong(fields.group(2)), fields.group(3));
    }
}
