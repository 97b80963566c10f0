package io.zhengxun.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database of a data folder, seen from outside: for a process that does not own the folder. */
public final class RunningDatabase {

    private static final Pattern PORT = Pattern.compile("(?m)^port=(\\d+)$");

    private RunningDatabase() {}

    /** Whether the folder has a database at all, running or not. */
    public static boolean existsIn(Path folder) {
        return Files.isRegularFile(folder.resolve(MariaDb.SETTINGS));
    }

    /** What Spring must know to use the database that runs on the folder just now; empty if none answers. */
    public static Optional<Map<String, Object>> of(Path folder) {
        try {
            Matcher port = PORT.matcher(Files.readString(folder.resolve(MariaDb.SETTINGS)));
            return port.find() && MariaDb.greets(Integer.parseInt(port.group(1)))
                    ? Optional.of(MariaDb.springProperties(
                            Integer.parseInt(port.group(1)), Passwords.in(folder).mariaDb()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StartRefused("The database of " + folder + " cannot be found: " + e.getMessage(), e);
        }
    }
}
