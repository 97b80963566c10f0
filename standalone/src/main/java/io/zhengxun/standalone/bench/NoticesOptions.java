package io.zhengxun.standalone.bench;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What {@code ./bench notices} is asked for.
 *
 * @param count notices sent as fast as possible
 * @param rate events a second for the measurement of the latency
 * @param seconds how long that is measured; 0 for not
 */
record NoticesOptions(int count, int rate, int seconds) {

    static NoticesOptions parse(String... arguments) {
        NoticesOptions options = new NoticesOptions(20_000, 100, 0);
        Iterator<String> rest = Arrays.asList(arguments).subList(1, arguments.length).iterator();
        boolean counted = false;
        while (rest.hasNext()) {
            String option = rest.next();
            options = switch (option.split("=", 2)[0]) {
                case "--count" -> new NoticesOptions(
                        Options.number(option, rest, 100, 200_000), options.rate(), options.seconds());
                case "--rate" -> new NoticesOptions(options.count(), Options.number(option, rest, 1, 1000),
                        Math.max(30, options.seconds()));
                case "--seconds" -> new NoticesOptions(
                        options.count(), options.rate(), Options.number(option, rest, 1, 600));
                default -> throw new Options.Misuse("Unknown option: " + option + ".");
            };
            counted |= option.startsWith("--count");
        }
        return options.seconds() > 0 && !counted ? new NoticesOptions(0, options.rate(), options.seconds()) : options;
    }
}
