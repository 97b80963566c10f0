package io.zhengxun.standalone.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the simulator over HTTP as its page does. */
public final class SimulatorClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    public SimulatorClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode json(String method, String path, String body) {
        return JSON.readTree(call(method, path, body).body());
    }

    public void faults(String json) {
        call("PUT", "/simulator/faults", json);
    }

    /** A new follower; the answer to the follow event has arrived. */
    public String follower() {
        String openId = json("POST", "/simulator/phones", "{}").path("openId").asString();
        call("POST", "/simulator/phones/" + openId + "/follow", null);
        return openId;
    }

    /** Sends a message and returns the number of its exchange. */
    public long send(String openId, String json) {
        HttpResponse<String> answer = call("POST", "/simulator/phones/" + openId + "/messages", json);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The simulator refused the message: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("exchange").asLong();
    }

    public long say(String openId, String text) {
        return send(openId, JSON.writeValueAsString(Map.of("type", "text", "content", text)));
    }

    public JsonNode chat(String openId) {
        return json("GET", "/simulator/phones/" + openId + "/messages", null).path("messages");
    }

    public JsonNode exchange(long number) {
        return json("GET", "/simulator/exchanges/" + number, null);
    }

    /** The lines that belong to one push and were not said by the user, as {@code side:type:text}. */
    public List<String> seen(String openId, long exchange) {
        return chat(openId).valueStream()
                .filter(line -> line.path("exchange").asLong() == exchange && !line.path("side").asString().equals("USER"))
                .map(line -> line.path("side").asString() + ":" + line.path("type").asString() + ":" + text(line))
                .toList();
    }

    private static String text(JsonNode line) {
        return line.path("parts").valueStream().map(part -> part.path("text").asString()).reduce("", String::concat);
    }
}
