package io.zhengxun.registry.certificate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Levels of vocational skill (C3). Five have a digit code that stands at position 16 of a certificate number. */
public enum Level {
    CHIEF_TECHNICIAN("首席技师", 0),
    SPECIAL_GRADE_TECHNICIAN("特级技师", 0),
    SENIOR_TECHNICIAN("高级技师", 1),
    TECHNICIAN("技师", 2),
    ADVANCED("高级工", 3),
    INTERMEDIATE("中级工", 4),
    ELEMENTARY("初级工", 5),
    APPRENTICE("学徒工", 0);

    private static final String NUMERALS = "一二三四五";
    private static final Map<String, Level> BY_ALIAS = aliases();
    private static final String LABELS = Arrays.stream(values()).map(Level::label).collect(Collectors.joining("、"));

    private final String label;
    private final int code;

    Level(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** The official name. */
    public String label() {
        return label;
    }

    /** The digit of position 16, {@code "1"}–{@code "5"}; empty for the three levels without one. */
    public Optional<String> code() {
        return code == 0 ? Optional.empty() : Optional.of(String.valueOf(code));
    }

    static Optional<Level> ofCode(char digit) {
        return Arrays.stream(values()).filter(level -> level.code != 0 && level.code == digit - '0').findFirst();
    }

    /**
     * Reads the official name and what spreadsheets hold in its place: 三级, 3级, 三级/高级工, 高级工（三级）. A name
     * and a number that contradict each other (二级/高级工) are a flaw, and so is 高级, which two levels could mean.
     */
    public static Reading<Level> read(String raw) {
        Level level = BY_ALIAS.get(simplified(raw));
        return level != null
                ? new Reading.Valid<>(level)
                : new Reading.Doubtful<>(List.of(Flaw.of("C3", "level.unknown", LABELS)));
    }

    private static String simplified(String raw) {
        String compact = TypedText.compact(raw);
        StringBuilder kept = new StringBuilder(compact.length());
        compact.chars().filter(c -> "/\\()|、,".indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static Map<String, Level> aliases() {
        Map<String, Level> aliases = new HashMap<>();
        for (Level level : values()) {
            aliases.put(level.label, level);
            level.code().ifPresent(code -> {
                String numeral = String.valueOf(NUMERALS.charAt(level.code - 1));
                aliases.put(code, level);
                for (String grade : List.of(code + "级", numeral + "级")) {
                    aliases.put(grade, level);
                    aliases.put(grade + level.label, level);
                    aliases.put(level.label + grade, level);
                }
            });
        }
        return Map.copyOf(aliases);
    }
}
