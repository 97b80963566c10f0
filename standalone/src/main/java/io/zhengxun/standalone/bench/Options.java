package io.zhengxun.standalone.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * What the command line asks for.
 *
 * @param rate messages sent each second
 * @param length how long it is measured
 * @param warmUp for how long before that the rate rises from nothing, without measuring; errors count
 */
record Options(int rate, Duration length, Duration warmUp) {

    static final String USAGE = """
            Usage: ./bench chat [--rate N] [--seconds N] [--warm-up N]    writes as holders do, as WeChat would push it
              --rate N      messages a second, 1 to 5000 (default 100)
              --seconds N   how long to measure, 1 to 3600 (default 30)
              --warm-up N   seconds of rising load before measuring, 0 to 600 (default 5); errors in it count
                   ./bench import [--rows N]    hands in a .csv as the demo's institution
              --rows N      rows of certificate data, 1 to 100000 (default 100000)
                   ./bench queue [--batches N]    pages of queues and lists over N batches, on a database of its own
              --batches N   1 to 2000000 (default 1000000)
                   ./bench acts [--rows N]    every act with a batch of N rows, on a database of its own
              --rows N      1 to 100000 (default 10000)
                   ./bench trail [--writers N] [--seconds N]    what the trail costs acts, on a database of its own
              --writers N   acts at once, compared with one, 1 to 32 (default 8)
              --seconds N   how long each way is measured, 1 to 600 (default 10)
                   ./bench notices [--count N] [--rate N] [--seconds N]    sends notices to a simulated WeChat of its own
              --count N     as fast as possible, 100 to 200000 (default 20000)
              --rate N      events a second, 1 to 1000 (default 100), to measure the time from event to acceptance …
              --seconds N   … for so long, 1 to 600 (default 30 with --rate)
                   ./bench watch [--deadlines N] [--due N]    deadline runs over N open deadlines, on a database of its own
              --deadlines N 1000 to 2000000 (default 1000000)
              --due N       of how many an alert is due, 1 to 10000 (default 1000); then ten times as many
            chat and import: the system at http://127.0.0.1:${PORT:-8080} is asked; the WECHAT_MP_* variables are those of ./run.""";

    /** The command line cannot be followed; the message says why. */
    static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message, null, false, false);
        }
    }

    static Options parse(String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        if (!rest.hasNext()) {
            throw new Misuse("Say what to measure: chat, import, queue, acts, notices, trail or watch.");
        }
        String what = rest.next();
        if (!what.equals("chat")) {
            throw new Misuse("Unknown: " + what + ". There are: chat, import, queue, acts, notices, trail, watch.");
        }
        Options options = new Options(100, Duration.ofSeconds(30), Duration.ofSeconds(5));
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    /** How many of something a bench is asked for that has this one option. */
    static int count(String name, int unlessGiven, int most, String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).subList(1, arguments.length).iterator();
        int count = unlessGiven;
        while (rest.hasNext()) {
            String option = rest.next();
            if (!option.split("=", 2)[0].equals(name)) {
                throw new Misuse("Unknown option: " + option + ".");
            }
            count = number(option, rest, 1, most);
        }
        return count;
    }

    private Options with(String option, Iterator<String> rest) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        return switch (name) {
            case "--rate" -> new Options(number(option, rest, 1, 5000), length, warmUp);
            case "--seconds" -> new Options(rate, Duration.ofSeconds(number(option, rest, 1, 3600)), warmUp);
            case "--warm-up" -> new Options(rate, length, Duration.ofSeconds(number(option, rest, 0, 600)));
            default -> throw new Misuse("Unknown option: " + option + ".");
        };
    }

    static int number(String option, Iterator<String> rest, int least, int most) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        if (equals < 0 && !rest.hasNext()) {
            throw new Misuse(name + " needs a number.");
        }
        String value = equals < 0 ? rest.next() : option.substring(equals + 1);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Misuse(name + " needs a whole number, not \"" + value + "\".");
        }
        throw new Misuse(name + " must be from " + least + " to " + most + ", not " + value + ".");
    }

    int messages() {
        return Math.toIntExact(rate * length.toSeconds());
    }

    /** Half as many as at the full rate, which is reached at the end. */
    int warmUpMessages() {
        return Math.toIntExact(rate * warmUp.toSeconds() / 2);
    }

    /** When a message is due, in nanoseconds from the start of the warm-up. */
    long dueNanos(int index) {
        int measured = index - warmUpMessages();
        if (measured < 0) {
            return (long) (warmUp.toNanos() * Math.sqrt((double) index / warmUpMessages()));
        }
        return warmUp.toNanos() + measured * TimeUnit.SECONDS.toNanos(1) / rate;
    }
}
