package io.zhengxun.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it, over real HTTP. */
public final class AdminApi {

    private static final String BOUNDARY = "boundary-of-the-test";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String root;
    private final String account;

    /** @param account the username, which is the password as well; empty for none */
    public AdminApi(int port, String account) {
        this.root = "http://127.0.0.1:" + port;
        this.account = account;
    }

    /** An answer with its body as bytes and, if it is JSON, as a tree. */
    public record Answer(int status, HttpResponse<byte[]> http, JsonNode json) {

        public String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer handIn(byte[] file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"batch\"\r\n\r\n";
        return send(request("/api/submissions")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    public Answer handIn(String csv) {
        return handIn(csv.getBytes(StandardCharsets.UTF_8));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return account.isEmpty() ? request : request.header("Authorization", credentials());
    }

    public String credentials() {
        return "Basic " + Base64.getEncoder()
                .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(HttpRequest.Builder request) {
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
