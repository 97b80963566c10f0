package io.zhengxun.standalone.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./bench import --rows N}: registers an issuance as the demo's institution, uploads a .csv of invented
 * certificates that answers it, and submits the draft; each of both is timed.
 */
final class ImportBench {

    static final int MOST_ROWS = 100_000;

    /** The demo's institution. */
    private static final String LOG_IN = "{\"username\": \"demo-jigou\", \"password\": \"Zhengxun-demo-2026\"}";

    private static final String BOUNDARY = "zhengxun-bench-boundary";
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final URI sessions;
    private final URI issuances;
    private final URI submissions;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private String token = "";

    /** @param system any address of the system that is measured */
    ImportBench(URI system, PrintStream out) {
        this.sessions = system.resolve("/api/sessions");
        this.issuances = system.resolve("/api/issuances");
        this.submissions = system.resolve("/api/submissions");
        this.out = out;
    }

    /** @return an exit code of {@link Bench} */
    int run(int rows) throws InterruptedException {
        try {
            token = logIn();
            int used = rowsHandedIn();
            if (used + rows > ImportRows.MOST) {
                out.println("The demo institution has used up its serial numbers: ./run --reset begins anew.");
                return Bench.ERRORS;
            }
            return handIn(ImportRows.atOnce(used, rows), used);
        } catch (IOException e) {
            out.println("The system cannot be asked at " + submissions + "; is it started? (./run)");
            return Bench.UNREACHABLE;
        }
    }

    private int handIn(int rows, int used) throws IOException, InterruptedException {
        byte[] csv = ImportRows.csv(used, rows);
        HttpResponse<String> issued = send(json(issuances, ImportRows.issuance(used, rows)));
        if (issued.statusCode() != CREATED) {
            return unexpected(issued);
        }
        out.printf(Locale.ROOT, "Handing in %d rows (%.1f MB)…%n", rows, csv.length / 1e6);
        long start = System.nanoTime();
        HttpResponse<String> draft = send(upload(csv, json.readTree(issued.body()).path("number").asString()));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (draft.statusCode() != CREATED || json.readTree(draft.body()).at("/submission/rows").asInt() != rows) {
            return unexpected(draft);
        }
        out.printf(Locale.ROOT, "Checked, encrypted and stored in %.1f s: %.0f rows/s%n", seconds, rows / seconds);
        return submit(json.readTree(draft.body()).at("/submission/number").asString());
    }

    private int submit(String draft) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> submitted = send(json(
                URI.create(submissions + "/" + draft + "/submit"), "{\"version\": 0}"));
        if (submitted.statusCode() != OK) {
            return unexpected(submitted);
        }
        out.printf(Locale.ROOT, "Submitted in %.1f s%n", (System.nanoTime() - start) / 1e9);
        return Bench.GOOD;
    }

    private int unexpected(HttpResponse<String> answer) {
        out.println("Answered with " + answer.statusCode() + ": "
                + answer.body().substring(0, Math.min(500, answer.body().length())));
        return Bench.ERRORS;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest json(URI uri, String body) {
        return request(uri).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
    }

    private String logIn() throws IOException, InterruptedException {
        HttpRequest logIn = HttpRequest.newBuilder(sessions)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LOG_IN))
                .build();
        return json.readTree(client.send(logIn, BodyHandlers.ofString()).body()).path("token").asString("");
    }

    /** How many rows all earlier runs handed in: their serial numbers are taken for ever (C5). */
    private int rowsHandedIn() throws IOException, InterruptedException {
        int rows = 0;
        String after = "";
        do {
            URI page = URI.create(submissions + "?limit=200&after=" + after);
            JsonNode answer = json.readTree(client.send(request(page).GET().build(), BodyHandlers.ofString()).body());
            for (JsonNode batch : answer.path("items")) {
                rows += batch.path("rows").asInt();
            }
            after = answer.path("next").asString("");
        } while (!after.isEmpty());
        return rows;
    }

    private HttpRequest upload(byte[] csv, String issuance) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return request(URI.create(submissions + "?issuance=" + issuance))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8), csv, tail.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token);
    }
}
