package io.zhengxun.bot.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WeChat's side of web pages: codes that tell once who somebody is, and a ticket for signatures. */
final class FakeWebLogin {

    static final String TICKET = "ticket0ticket0ticket";
    private static final Pattern CODE = Pattern.compile("[?&]code=([A-Za-z0-9]+)");

    private final Map<String, String> openIds = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    FakeWebLogin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/sns/oauth2/access_token", this::redeem);
        server.createContext("/cgi-bin/stable_token", exchange -> answer(exchange,
                "{\"access_token\":\"account-token\",\"expires_in\":7200}"));
        server.createContext("/cgi-bin/ticket/getticket", exchange -> answer(exchange,
                "{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"" + TICKET + "\",\"expires_in\":7200}"));
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake-web-login");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A code as the person's phone gets it. */
    String codeOf(String openId) {
        String code = UUID.randomUUID().toString().replace("-", "");
        openIds.put(code, openId);
        return code;
    }

    void away(boolean now) {
        away = now;
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Matcher code = CODE.matcher("?" + exchange.getRequestURI().getRawQuery());
        String openId = code.find() ? openIds.remove(code.group(1)) : null;
        String answer = openId == null
                ? "{\"errcode\":40163,\"errmsg\":\"code been used, rid: 00000000-00000000-00000000\"}"
                : "{\"access_token\":\"user-token\",\"expires_in\":7200,\"refresh_token\":\"r\",\"openid\":\"" + openId
                        + "\",\"scope\":\"snsapi_base\"}";
        answer(exchange, answer);
    }

    private void answer(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 502 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
