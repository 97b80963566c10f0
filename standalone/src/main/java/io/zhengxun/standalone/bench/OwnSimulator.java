package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.simulator.SimulatorApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated WeChat in a process of its own, which ends with this one. */
final class OwnSimulator implements AutoCloseable {

    private static final Pattern COUNT = Pattern.compile("\"TEMPLATE\"\\s*:\\s*(\\d+)");

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    OwnSimulator() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8",
                            "-cp", System.getProperty("java.class.path"),
                            SimulatorApplication.class.getName(), "--server.port=0")
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            address = address(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(BufferedReader words) throws IOException {
        String line;
        while ((line = words.readLine()) != null) {
            if (line.startsWith(SimulatorApplication.READY)) {
                return line.substring(SimulatorApplication.READY.length()).strip();
            }
        }
        throw new IOException("The simulator did not start.");
    }

    String apiAddress() {
        return address + "/simulator/api";
    }

    /** How many template messages it has accepted. */
    long accepted() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/simulator/accepted")).build();
        try {
            Matcher count = COUNT.matcher(client.send(request, BodyHandlers.ofString()).body());
            return count.find() ? Long.parseLong(count.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
