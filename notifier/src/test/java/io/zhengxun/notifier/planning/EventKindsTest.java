package io.zhengxun.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.complaint.ComplaintAct;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.returns.ReturnState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each kind of event that the code records has its place: somebody is told of it, or it is listed as silent. */
class EventKindsTest {

    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "..", "registry", "src", "main", "java");

    /** Who records events, and of which kinds: a new one has to be entered here, with what it records. */
    private static final Map<String, Function<Path, Set<String>>> RECORDING = Map.of(
            "IssuanceRecords.java", file -> literals(file.getParent(), "\"(ISSUANCE_[A-Z_]+)\", "),
            "Workflow.java", file -> with("SUBMISSION_", Stream.concat(
                    Stream.of("RECORDED"), Arrays.stream(Act.values()).map(Enum::name))),
            "MovingComplaints.java", file -> with("COMPLAINT_", Stream.concat(
                    Stream.of("FILED"), Arrays.stream(ComplaintAct.values()).map(Enum::name))),
            "MovingReturns.java", file -> with("RETURN_", Arrays.stream(ReturnState.values()).map(Enum::name)),
            "Returns.java", file -> Set.of("RETURN_RECORDED"),
            "AnsweringConsultation.java", file -> Set.of("CONSULTATION_ANSWERED"));

    @Test
    void each_kind_that_is_recorded_is_told_of_or_silent() {
        Set<String> recorded = new TreeSet<>();
        Set<String> recording = new TreeSet<>();
        for (Path file : sources()) {
            if (records(file)) {
                recording.add(file.getFileName().toString());
                recorded.addAll(RECORDING.getOrDefault(file.getFileName().toString(), f -> Set.of()).apply(file));
            }
        }

        assertThat(recording).isEqualTo(new TreeSet<>(RECORDING.keySet()));
        assertThat(recorded).hasSizeGreaterThan(20);
        assertThat(recorded).allSatisfy(kind -> assertThat(SilentKinds.ALL.contains(kind) ^ told().contains(kind))
                .as(kind).isTrue());
    }

    @Test
    void nothing_is_listed_as_silent_that_nobody_records() {
        Set<String> recorded = sources().stream()
                .filter(EventKindsTest::records)
                .flatMap(file -> RECORDING.get(file.getFileName().toString()).apply(file).stream())
                .collect(Collectors.toSet());

        assertThat(recorded).containsAll(SilentKinds.ALL);
    }

    /** The outbox itself makes them too, of what it reads. */
    private static boolean records(Path file) {
        return text(file).contains("new OutboxEvent(") && !file.endsWith("OutboxClaims.java");
    }

    private static Set<String> told() {
        return literals(Path.of(System.getProperty("basedir", "."), "src/main/java/io/zhengxun/notifier/telling"),
                "\"((?:ISSUANCE|SUBMISSION|RETURN|COMPLAINT|CONSULTATION)_[A-Z_]+)\"");
    }

    private static Set<String> with(String prefix, Stream<String> names) {
        return names.map(prefix::concat).collect(Collectors.toSet());
    }

    private static Set<String> literals(Path folder, String pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> Pattern.compile(pattern).matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
