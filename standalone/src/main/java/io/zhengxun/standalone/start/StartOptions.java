package io.zhengxun.standalone.start;

import io.zhengxun.embedded.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the caller chose by arguments and environment. */
record StartOptions(HttpPort port, Path dataFolder, boolean reset, boolean externalServers) {

    private static final String DATABASE = "SPRING_DATASOURCE_URL";
    private static final String REDIS = "SPRING_DATA_REDIS_URL";

    static StartOptions of(List<String> arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            if (!argument.equals("--reset")) {
                throw new StartRefused("Unknown argument \"" + argument + "\"; there is only --reset.");
            }
        }
        boolean reset = !arguments.isEmpty();
        boolean external = external(environment);
        if (reset && external) {
            throw new StartRefused("--reset empties the embedded databases only; the ones that " + DATABASE + " and "
                    + REDIS + " name stay as they are. Start without --reset.");
        }
        return new StartOptions(
                HttpPort.of(environment.getOrDefault("PORT", "8080")),
                Path.of(environment.getOrDefault("DATA_DIR", "data")).toAbsolutePath().normalize(),
                reset,
                external);
    }

    /** One's own database with an embedded Redis, or the reverse, would split what belongs together. */
    private static boolean external(Map<String, String> environment) {
        boolean database = environment.containsKey(DATABASE);
        boolean redis = environment.containsKey(REDIS);
        if (database != redis) {
            throw new StartRefused(
                    "Set both " + DATABASE + " and " + REDIS + " to use servers of your own, or neither of them.");
        }
        return database;
    }
}
