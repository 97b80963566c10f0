package io.zhengxun.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it, over real HTTP. The log-in is done at the first request, and kept for the next tests. */
public final class AdminApi {

    /** Of every account of the tests. */
    public static final String PASSWORD = "Test-pass-2026!";

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final String BOUNDARY = "boundary-of-the-test";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String root;
    private final String account;

    /** @param account the username; empty for none */
    public AdminApi(int port, String account) {
        this.root = "http://127.0.0.1:" + port;
        this.account = account;
    }

    /** An answer with its body as bytes and, if it is JSON, as a tree. */
    public record Answer(int status, HttpResponse<byte[]> http, JsonNode json) {

        public String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        /** The rows of a workbook, its heading the first; every cell has to be a text, and every row to be as long as it. */
        public List<List<String>> sheet() {
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(http.body()))) {
                List<Row> rows = workbook.getFirstSheet().read();
                int columns = rows.get(0).getCellCount();
                return rows.stream()
                        .map(row -> IntStream.range(0, columns).mapToObj(column -> text(row, column)).toList())
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static String text(Row row, int column) {
            Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
            if (cell != null && cell.getType() != CellType.STRING) {
                throw new AssertionError("Not a text but " + cell.getType() + ": row " + row.getRowNum() + ", " + column);
            }
            return cell == null ? "" : cell.getText();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param issuance number of the issuance that it answers */
    public Answer handIn(byte[] file, String issuance) {
        return send(upload("/api/submissions?issuance=" + issuance, file));
    }

    /** A file sent to a path. */
    public HttpRequest.Builder upload(String path, byte[] file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"batch\"\r\n\r\n";
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    public Answer handIn(String csv, String issuance) {
        return handIn(csv.getBytes(StandardCharsets.UTF_8), issuance);
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return account.isEmpty() ? request : request.header("Authorization", credentials());
    }

    /** The header {@code Authorization}. */
    public String credentials() {
        return "Bearer " + TOKENS.computeIfAbsent(root + " " + account, key -> logIn());
    }

    private String logIn() {
        Answer answer = exchange(HttpRequest.newBuilder(URI.create(root + "/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(account, PASSWORD))));
        if (answer.status() != 201) {
            throw new AssertionError("The log-in of " + account + " is answered with " + answer.status());
        }
        return answer.json().path("token").asString();
    }

    public Answer post(String path, Object body) {
        return withJson("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return withJson("PUT", path, body);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** @param body anything that becomes JSON, or JSON itself */
    public Answer withJson(String method, String path, Object body) {
        String text = body instanceof String ready ? ready : json.writeValueAsString(body);
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text)));
    }

    /** Logs in anew where the session has ended, e.g. because a test moved the clock. */
    public Answer send(HttpRequest.Builder request) {
        Answer answer = exchange(request);
        if (answer.status() == 401 && TOKENS.remove(root + " " + account) != null) {
            return exchange(request.setHeader("Authorization", credentials()));
        }
        return answer;
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), answer, isJson ? json.readTree(answer.body()) : null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
