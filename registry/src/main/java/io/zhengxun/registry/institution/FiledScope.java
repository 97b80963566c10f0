package io.zhengxun.registry.institution;

import io.zhengxun.registry.certificate.Level;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The occupations and levels that an institution has filed and may therefore assess (C4, G 9). */
public final class FiledScope {

    /** One occupation at one level. */
    public record Line(String occupation, Level level) {}

    private final Map<String, Set<Level>> levelsByOccupation;

    private FiledScope(Map<String, Set<Level>> levelsByOccupation) {
        this.levelsByOccupation = levelsByOccupation;
    }

    public static FiledScope of(Collection<Line> lines) {
        Map<String, Set<Level>> levels = new HashMap<>();
        for (Line line : lines) {
            levels.computeIfAbsent(line.occupation(), o -> EnumSet.noneOf(Level.class)).add(line.level());
        }
        return new FiledScope(levels);
    }

    public boolean covers(String occupation, Level level) {
        return levelsOf(occupation).contains(level);
    }

    /** The levels filed for an occupation; empty if the occupation is not filed at all. */
    public Set<Level> levelsOf(String occupation) {
        return Collections.unmodifiableSet(levelsByOccupation.getOrDefault(occupation, Set.of()));
    }

    public List<String> occupations() {
        return levelsByOccupation.keySet().stream().sorted().toList();
    }

    /** For people: each occupation with the names of its levels. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String occupation : occupations()) {
            labels.put(occupation, levelsOf(occupation).stream().map(Level::label).collect(Collectors.joining("、")));
        }
        return labels;
    }
}
