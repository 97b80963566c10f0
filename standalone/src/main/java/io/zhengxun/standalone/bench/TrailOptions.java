package io.zhengxun.standalone.bench;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What {@code ./bench trail} is asked for.
 *
 * @param writers how many act at once, compared with one
 * @param seconds how long each way is measured
 */
record TrailOptions(int writers, int seconds) {

    static TrailOptions parse(String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).subList(1, arguments.length).iterator();
        TrailOptions options = new TrailOptions(8, 10);
        while (rest.hasNext()) {
            String option = rest.next();
            options = switch (option.split("=", 2)[0]) {
                case "--writers" -> new TrailOptions(Options.number(option, rest, 1, 32), options.seconds);
                case "--seconds" -> new TrailOptions(options.writers, Options.number(option, rest, 1, 600));
                default -> throw new Options.Misuse("Unknown option: " + option + ".");
            };
        }
        return options;
    }
}
