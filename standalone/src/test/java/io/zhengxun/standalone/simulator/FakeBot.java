package io.zhengxun.standalone.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** The smallest bot that the platform accepts: it records what it gets and answers what the test says. */
public final class FakeBot implements AutoCloseable {

    public static final String APP_ID = "wx0test0test0test0";
    public static final String TOKEN = "testToken";
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public static final String SECRET = "test0secret0test0secret0test0sec";

    /** What the bot says: an HTTP status and a body. */
    public record Answer(int status, String body) {}

    /** One push: its query and the decrypted message. */
    public record Received(Map<String, String> query, String xml) {

        public String field(String name) {
            return FakeBot.field(xml, name);
        }
    }

    private final WxCryptUtil crypt = new WxCryptUtil(TOKEN, AES_KEY, APP_ID);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private volatile Function<Received, Answer> answers = this::echo;

    public FakeBot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/wechat/callback/" + APP_ID, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(Function<Received, Answer> answers) {
        this.answers = answers;
    }

    /** Forgets everything and echoes again. */
    public void reset() {
        received.clear();
        answers = this::echo;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Answer echo(Received push) {
        return text(push, "收到：" + push.field("Content"));
    }

    /** A right, encrypted text. */
    public Answer text(Received push, String content) {
        return new Answer(200, crypt.encrypt(plainText(push, content)));
    }

    /** The same text, unencrypted. */
    public static String plainText(Received push, String content) {
        return "<xml><ToUserName>" + push.field("FromUserName") + "</ToUserName><FromUserName>" + push.field("ToUserName")
                + "</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content><![CDATA[" + content
                + "]]></Content></xml>";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            Answer answer = exchange.getRequestMethod().equals("GET")
                    ? new Answer(200, query.get("echostr"))
                    : push(query, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer push(Map<String, String> query, String body) {
        try {
            String xml = crypt.decryptXml(query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), body);
            Received push = new Received(query, xml);
            received.add(push);
            return answers.apply(push);
        } catch (WxRuntimeException e) {
            return new Answer(403, "");
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String field(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))</" + name + ">", Pattern.DOTALL)
                .matcher(xml);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
