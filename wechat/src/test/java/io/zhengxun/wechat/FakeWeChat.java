package io.zhengxun.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhengxun.wechat.WeChatAccount.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that does what a test says, over HTTP, for an account of its own: no other test's token is found in Redis. */
final class FakeWeChat implements AutoCloseable {

    static final String APP_ID = "wx0123456789abcdef";
    static final String TOKEN = "testToken";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String SECRET = "test0secret0not0to0be0seen";
    static final String SEND = "/cgi-bin/message/template/send";
    static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    /** What becomes of a request. */
    interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String appId = "wx" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile String token;

    FakeWeChat() throws IOException {
        expireToken();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        answers.put(STABLE_TOKEN, exchange -> json(exchange, "{\"access_token\":\"" + token + "\",\"expires_in\":7200}"));
        answers.put(SEND, this::accepted);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        exchange.setAttribute("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answers.getOrDefault(exchange.getRequestURI().getPath(), to -> json(to, "{\"errcode\":40066}")).to(exchange);
    }

    /** Accepts what comes with the valid token. */
    void accepted(HttpExchange exchange) throws IOException {
        boolean valid = exchange.getRequestURI().getQuery().contains("access_token=" + token);
        json(exchange, valid
                ? "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":9007199254740993}"
                : "{\"errcode\":40001,\"errmsg\":\"invalid credential rid: 650e1f35-6fdb1c2d-0c7f4b1a\"}");
    }

    static void json(HttpExchange exchange, String json) throws IOException {
        body(exchange, 200, json);
    }

    static void body(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void answers(String path, String json) {
        answers.put(path, exchange -> json(exchange, json));
    }

    void does(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** From now on another token is valid, and given to who asks. */
    void expireToken() {
        token = "TOKEN" + issued.incrementAndGet() + UUID.randomUUID();
    }

    String token() {
        return token;
    }

    List<String> asked() {
        return asked;
    }

    long asked(String path) {
        return asked.stream().filter(each -> each.startsWith(path)).count();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    WeChatAccount account() {
        return new WeChatAccount(appId, TOKEN, AES_KEY, "", SECRET, Mode.SAFE, address(), address(), address());
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
