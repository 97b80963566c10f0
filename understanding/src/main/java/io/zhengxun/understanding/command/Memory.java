package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What understanding takes of memory: what lies on the heap after it was swept, and everything else of the process (native library and
 * model, classes, compiled code) by the kernel's count, before and after loading and after a thousand messages.
 */
final class Memory {

    private static final int MESSAGES = 1_000;
    private static final double MEBI = 1 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    private record Held(double heap, double process) {

        static Held now() throws IOException {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new Held((runtime.totalMemory() - runtime.freeMemory()) / MEBI, resident());
        }
    }

    private Memory() {}

    /** @throws IOException on systems without /proc */
    static void measure(List<String> lines, PrintStream out) throws IOException {
        Held before = Held.now();
        print(out, "before", before);
        try (Understanding understanding = Understanding.load(1)) {
            print(out, "loaded", Held.now());
            for (int i = 0; i < MESSAGES; i++) {
                understanding.read(lines.get(i % lines.size()));
            }
            Held after = Held.now();
            print(out, "after " + MESSAGES + " messages", after);
            out.printf("understanding takes %.0f MiB%n", after.process() - before.process());
        }
    }

    private static void print(PrintStream out, String when, Held held) {
        out.printf("%-20s heap %4.0f MiB, process %4.0f MiB%n", when, held.heap(), held.process());
    }

    private static double resident() throws IOException {
        try (var status = Files.lines(STATUS)) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow(() -> new IOException(STATUS + " says nothing about memory")) / 1024.0;
        }
    }
}
