package io.zhengxun.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Servers that outlived their JVM because it was killed. They are known by program and configuration file on their
 * command line, which no other process can share by chance, as it could share a pid noted down earlier.
 */
final class Leftovers {

    private Leftovers() {}

    /**
     * Stops them in order; else their ports and files stay taken. The caller owns the folder.
     *
     * @throws StartRefused if one does not end
     */
    static void stop(DataFolder folder, Consumer<String> progress) {
        Platform.current().ifPresent(platform -> {
            Path mariaDb = folder.path().resolve(MariaDb.SETTINGS);
            Path redis = folder.path().resolve(Redis.SETTINGS);
            stop(Path.of(platform.mariaDbServer()).getFileName().toString(), mariaDb, progress);
            stop(platform.redisServer(), redis, progress);
        });
    }

    private static void stop(String program, Path settings, Consumer<String> progress) {
        List<ProcessHandle> leftovers = ProcessHandle.allProcesses()
                .filter(candidate -> runs(candidate.info(), program, settings.toString()))
                .toList();
        for (ProcessHandle leftover : leftovers) {
            progress.accept("stopping " + program + " (process " + leftover.pid() + ") left by a killed run");
            if (!ServerProcess.end(leftover)) {
                throw new StartRefused(program + " (process " + leftover.pid()
                        + ") was left by a killed run and does not end, not even when killed: end it and start again");
            }
        }
    }

    private static boolean runs(ProcessHandle.Info info, String program, String settings) {
        // A program deleted since it was started reads "mariadbd (deleted)".
        return info.command().filter(path -> Path.of(path).getFileName().toString().startsWith(program)).isPresent()
                && info.arguments().stream().flatMap(Stream::of).anyMatch(argument -> argument.endsWith(settings));
    }
}
