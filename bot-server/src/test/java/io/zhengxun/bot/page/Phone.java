package io.zhengxun.bot.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser within WeChat: keeps cookies, and is led to WeChat and back. */
final class Phone {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final FakeWebLogin wechat;
    private final String server;
    private final String openId;

    Phone(FakeWebLogin wechat, int port, String openId) {
        this.wechat = wechat;
        this.server = "http://127.0.0.1:" + port;
        this.openId = openId;
    }

    /** Taps the link; the page at the end. */
    HttpResponse<String> open(long noticeId) {
        return open("/m/notices/" + noticeId);
    }

    HttpResponse<String> open(String path) {
        HttpResponse<String> first = get(path);
        if (first.statusCode() != 302) {
            return first;
        }
        HttpResponse<String> answered = get(wayBack(first, path));
        return answered.statusCode() == 302 ? get(path) : answered;
    }

    /** Where WeChat leads back to, with a code of this phone's. */
    String wayBack(HttpResponse<String> asked, long noticeId) {
        return wayBack(asked, "/m/notices/" + noticeId);
    }

    private String wayBack(HttpResponse<String> asked, String path) {
        return path + "/visitor?code=" + wechat.codeOf(openId) + "&state=" + parameters(asked).get("state");
    }

    /** What the page gave WeChat. */
    static Map<String, String> parameters(HttpResponse<String> asked) {
        String query = URI.create(asked.headers().firstValue("Location").orElseThrow()).getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Taps the button of a page. */
    HttpResponse<String> acknowledge(long noticeId, HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        return acknowledge(noticeId, token.find() ? token.group(1) : "");
    }

    HttpResponse<String> acknowledge(long noticeId, String token) {
        return send(HttpRequest.newBuilder(URI.create(server + "/m/notices/" + noticeId + "/acknowledgement"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)));
    }

    HttpResponse<String> get(String path, String taken) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Accept", taken));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
