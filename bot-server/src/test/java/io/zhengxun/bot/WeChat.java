package io.zhengxun.bot;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** WeChat as the bot's tests need it; signs and encrypts with other code than the bot's own. */
public final class WeChat {

    public static final String APP_ID = "wx0123456789abcdef";
    public static final String MINI_APP_ID = "wxfedcba9876543210";
    public static final String MINI_AES_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg";
    public static final String TOKEN = "testToken";
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI callback;
    private final String token;
    private final WxCryptUtil cipher;

    /** The official account's pushes. */
    public WeChat(int port) {
        this(port, APP_ID, TOKEN, AES_KEY);
    }

    private WeChat(int port, String appId, String token, String aesKey) {
        callback = URI.create("http://127.0.0.1:" + port + "/wechat/callback/" + appId);
        this.token = token;
        cipher = new WxCryptUtil(token, aesKey, appId);
    }

    /** The mini-program's pushes. */
    public static WeChat ofMiniProgram(int port) {
        return new WeChat(port, MINI_APP_ID, "miniToken", MINI_AES_KEY);
    }

    /** What is sent: the query's values and the body. */
    public record Push(Map<String, String> query, byte[] body) {

        public Push with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(query);
            changed.put(name, value);
            return new Push(changed, body);
        }

        public Push without(String name) {
            Map<String, String> changed = new LinkedHashMap<>(query);
            changed.remove(name);
            return new Push(changed, body);
        }

        public Push withBody(String changed) {
            return new Push(query, changed.getBytes(StandardCharsets.UTF_8));
        }

        public String queryString() {
            return query.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }

    public static String text(String openId, String messageId, String content) {
        return "<xml><ToUserName><![CDATA[gh_test]]></ToUserName><FromUserName><![CDATA[" + openId + "]]></FromUserName>"
                + "<CreateTime>" + Instant.now().getEpochSecond() + "</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[" + content.replace("]]>", "]]]]><![CDATA[>") + "]]></Content>"
                + "<MsgId>" + messageId + "</MsgId></xml>";
    }

    public static String event(String openId, String event, String more) {
        return "<xml><ToUserName><![CDATA[gh_test]]></ToUserName><FromUserName><![CDATA[" + openId + "]]></FromUserName>"
                + "<CreateTime>1795392000</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                + "<Event><![CDATA[" + event + "]]></Event>" + more + "</xml>";
    }

    /** A push as WeChat makes it in safe mode. */
    public Push encrypted(String xml) {
        return encrypted(xml, cipher, Instant.now());
    }

    public Push encrypted(String xml, WxCryptUtil other, Instant at) {
        String timestamp = String.valueOf(at.getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String outer = other.encrypt(xml);
        String cipherText = cut(outer, "Encrypt");
        return sealed(token, cipherText, timestamp, nonce);
    }

    /** A correctly signed push around any cipher text. */
    public static Push sealed(String cipherText, String timestamp, String nonce) {
        return sealed(TOKEN, cipherText, timestamp, nonce);
    }

    private static Push sealed(String token, String cipherText, String timestamp, String nonce) {
        Push push = signed(token, timestamp, nonce, "<xml><ToUserName><![CDATA[gh_test]]></ToUserName><Encrypt><![CDATA["
                + cipherText + "]]></Encrypt></xml>");
        return push.with("encrypt_type", "aes").with("msg_signature", sha1(token, timestamp, nonce, cipherText));
    }

    /** A push as WeChat makes it in plain mode. */
    public static Push plain(String xml) {
        return signed(TOKEN, String.valueOf(Instant.now().getEpochSecond()), UUID.randomUUID().toString(), xml);
    }

    private static Push signed(String token, String timestamp, String nonce, String body) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("signature", sha1(token, timestamp, nonce));
        query.put("timestamp", timestamp);
        query.put("nonce", nonce);
        query.put("openid", "oSomebody");
        return new Push(query, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(Push push) throws IOException, InterruptedException {
        return send(push, HttpRequest.BodyPublishers.ofByteArray(push.body()));
    }

    public HttpResponse<String> send(Push push, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(callback + "?" + push.queryString()))
                .header("Content-Type", "text/xml").POST(body).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A path of the server, or a query ("?…") of the callback. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI target = path.startsWith("?") ? URI.create(callback + path) : callback.resolve(path);
        return http.send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The text that the follower would see in an encrypted reply. */
    public String shown(HttpResponse<String> response) {
        String body = response.body();
        String xml = cipher.decryptXml(cut(body, "MsgSignature"), cut(body, "TimeStamp"), cut(body, "Nonce"), body);
        return cut(xml, "Content");
    }

    public static String cut(String xml, String element) {
        Matcher found = Pattern.compile("<" + element + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + element + ">", Pattern.DOTALL)
                .matcher(xml);
        if (!found.find()) {
            throw new AssertionError("no " + element);
        }
        return found.group(1).replace("]]]]><![CDATA[>", "]]>");
    }

    public static String sha1(String... parts) {
        try {
            String[] sorted = parts.clone();
            Arrays.sort(sorted);
            byte[] joined = String.join("", sorted).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
