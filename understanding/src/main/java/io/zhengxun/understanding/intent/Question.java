package io.zhengxun.understanding.intent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wrote and what they wanted.
 *
 * @param group how it was written, such as cantonese or typing
 */
public record Question(Intent intent, String group, String text) {

    /** What staff taught; empty for a code that is no intent's any more. */
    public static Optional<Question> taught(String intentCode, String text) {
        return Intent.ofCode(intentCode).map(intent -> new Question(intent, "taught", text));
    }

    /**
     * Reads {@code intent TAB text} per line; the group is the file's name up to a dash or a dot.
     *
     * @throws IllegalArgumentException when a line has no intent that is known, naming the line
     */
    public static List<Question> readAll(Path table) {
        return Phrasings.readTable(table);
    }
}
