package io.zhengxun.standalone.bench;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What {@code ./bench watch} is asked for.
 *
 * @param deadlines how many are open
 * @param due of how many an alert is due on one day
 */
record WatchOptions(int deadlines, int due) {

    private static final int MOST_DEADLINES = 2_000_000;
    private static final int MOST_DUE = 10_000;

    static WatchOptions parse(String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).subList(1, arguments.length).iterator();
        WatchOptions options = new WatchOptions(1_000_000, 1_000);
        while (rest.hasNext()) {
            String option = rest.next();
            options = switch (option.split("=", 2)[0]) {
                case "--deadlines" -> new WatchOptions(Options.number(option, rest, 1_000, MOST_DEADLINES), options.due);
                case "--due" -> new WatchOptions(options.deadlines, Options.number(option, rest, 1, MOST_DUE));
                default -> throw new Options.Misuse("Unknown option: " + option + ".");
            };
        }
        if (options.due * WatchBench.DAYS_WORTH > options.deadlines) {
            throw new Options.Misuse("--due must be at most --deadlines divided by " + WatchBench.DAYS_WORTH + ".");
        }
        return options;
    }
}
