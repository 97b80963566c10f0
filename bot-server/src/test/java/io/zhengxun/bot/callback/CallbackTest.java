package io.zhengxun.bot.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.WeChat;
import io.zhengxun.bot.conversation.Conversation;
import io.zhengxun.bot.wechat.InboundMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@BotTest
@ExtendWith(OutputCaptureExtension.class)
class CallbackTest {

    private static final WxCryptUtil CIPHER = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, WeChat.APP_ID);

    @Autowired
    private Conversation conversation;

    @Autowired
    private WorkedMessages worked;

    @Autowired
    private SettableClock clock;

    /** The common pool has but one thread on a small machine. */
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private final WeChat wechat;

    CallbackTest(@LocalServerPort int port) {
        this.port = port;
        this.wechat = new WeChat(port);
    }

    @AfterEach
    void the_threads_end() {
        threads.shutdownNow();
    }

    @BeforeEach
    void the_conversation_echoes() {
        reset(conversation);
        clock.reset();
        doAnswer(call -> "收到：" + call.getArgument(0, InboundMessage.class).content())
                .when(conversation).answer(any());
    }

    @Test
    void a_question_is_answered_in_the_chat() throws Exception {
        HttpResponse<String> response = wechat.send(wechat.encrypted(WeChat.text("oAsker", "101", "a]]>b 您好")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(wechat.shown(response)).isEqualTo("收到：a]]>b 您好");
    }

    @Test
    void bodies_that_never_end_keep_no_push_of_wechats_out() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                stalled.add(socket);
                socket.getOutputStream().write(("POST /wechat/callback/" + WeChat.APP_ID
                                + "?signature=x&timestamp=1&nonce=1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                                + "Content-Length: 1000\r\n\r\n<xml>")
                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            // All but sixteen, whichever, are refused at once, before their body.
            await().until(() -> answered(stalled) >= 60 - 16);

            HttpResponse<String> response = wechat.send(wechat.encrypted(WeChat.text("oAsker", "1960", "在吗")));
            assertThat(wechat.shown(response)).isEqualTo("收到：在吗");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static long answered(List<Socket> sockets) throws IOException {
        long answered = 0;
        for (Socket socket : sockets) {
            answered += socket.getInputStream().available() > 0 ? 1 : 0;
        }
        return answered;
    }

    @Test
    void nothing_to_say_is_told_as_success() throws Exception {
        doReturn("").when(conversation).answer(any());
        HttpResponse<String> response = wechat.send(wechat.encrypted(WeChat.event("oAsker", "brand_new_event", "")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("success");
    }

    @Test
    void every_repeat_gets_the_same_reply_and_only_the_first_is_worked_on() throws Exception {
        long before = worked.count();
        String xml = WeChat.text("oAsker", "102", "一次");
        WeChat.Push push = wechat.encrypted(xml);
        List<WeChat.Push> pushes = List.of(push, push, wechat.encrypted(xml), wechat.encrypted(xml));
        for (WeChat.Push each : pushes) {
            assertThat(wechat.shown(wechat.send(each))).isEqualTo("收到：一次");
        }
        verify(conversation, times(1)).answer(any());
        assertThat(worked.count()).isEqualTo(before + 1);
    }

    @Test
    void repeats_that_arrive_together_get_the_same_reply() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        doAnswer(call -> {
            go.await();
            return "一起";
        }).when(conversation).answer(any());
        List<CompletableFuture<String>> sent = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> shown(WeChat.text("oAsker", "103", "x")), threads))
                .toList();
        go.countDown();
        for (CompletableFuture<String> each : sent) {
            assertThat(each.get()).isEqualTo("一起");
        }
        verify(conversation, times(1)).answer(any());
    }

    @Test
    void another_message_with_a_used_timestamp_and_nonce_is_refused() throws Exception {
        WeChat.Push push = wechat.encrypted(WeChat.text("oAsker", "104", "x"));
        assertThat(wechat.send(push).statusCode()).isEqualTo(200);
        String other = CIPHER.encrypt("0123456789abcdef", WeChat.text("oAsker", "105", "x"));
        WeChat.Push forged = WeChat.sealed(other, push.query().get("timestamp"), push.query().get("nonce"));
        assertThat(wechat.send(forged).statusCode()).isEqualTo(403);
        String sameId = CIPHER.encrypt("0123456789abcdef", WeChat.text("oAsker", "104", "y"));
        forged = WeChat.sealed(sameId, push.query().get("timestamp"), push.query().get("nonce"));
        assertThat(wechat.send(forged).statusCode()).isEqualTo(403);
        assertThat(wechat.send(push).statusCode()).isEqualTo(200);
    }

    @Test
    void a_slow_answer_is_replaced_in_time_and_never_comes_later() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        doAnswer(call -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        }).when(conversation).answer(any());
        String xml = WeChat.text("oAsker", "106", "x");
        Instant start = Instant.now();
        assertThat(wechat.shown(wechat.send(wechat.encrypted(xml)))).startsWith("正在为您查询");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        interrupted.await();
        assertThat(wechat.shown(wechat.send(wechat.encrypted(xml)))).startsWith("正在为您查询");
        verify(conversation, times(1)).answer(any());
    }

    @Test
    void a_failing_conversation_is_answered_courteously_and_logged_without_content(CapturedOutput log) throws Exception {
        doThrow(new IllegalStateException("for 440106199001011238", new IllegalArgumentException("张三丰")))
                .when(conversation).answer(any());
        HttpResponse<String> response = wechat.send(wechat.encrypted(WeChat.text("oSecretAsker", "107", "张三丰")));
        assertThat(wechat.shown(response)).startsWith("系统暂时没能处理");
        assertThat(log.getAll()).contains("IllegalStateException").contains("IllegalArgumentException")
                .doesNotContain("440106199001011238", "张三丰", "oSecretAsker");
    }

    @Test
    void the_address_is_verified_byte_for_byte() throws Exception {
        String timestamp = "1714036504";
        String signature = WeChat.sha1(WeChat.TOKEN, timestamp, "77");
        HttpResponse<String> response =
                wechat.get("?signature=" + signature + "&timestamp=" + timestamp + "&nonce=77&echostr=4375120948345356249");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("4375120948345356249");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        String query = "&timestamp=" + timestamp + "&nonce=77&echostr=";
        assertThat(wechat.get("?signature=" + "0".repeat(40) + query + "1").statusCode()).isEqualTo(403);
        assertThat(wechat.get("?signature=" + signature + query + "%3Cscript%3E").statusCode()).isEqualTo(400);
        assertThat(wechat.get("?signature=" + signature + query + "1".repeat(513)).statusCode()).isEqualTo(400);
        assertThat(wechat.get("?x=1").statusCode()).isEqualTo(403);
        assertThat(wechat.get("/wechat/callback/wx9999999999").statusCode()).isEqualTo(404);
    }

    static List<String> malformed() {
        String good = WeChat.text("oHostile", "1", "x");
        return List.of(
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + good.replace("<![CDATA[x]]>", "&a;"),
                "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + good,
                good.replace("</xml>", "<a>".repeat(500) + "</a>".repeat(500) + "</xml>"),
                good.substring(0, 40),
                "{\"MsgType\":\"text\"}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void hostile_xml_is_refused_encrypted_or_not(String xml) throws Exception {
        refused(wechat.send(wechat.encrypted(xml)), 400);
        refused(wechat.send(wechat.encrypted(WeChat.text("oHostile", "1", "x")).withBody(xml)), 400);
    }

    @Test
    void tampered_and_truncated_ciphers_are_refused_even_if_signed() throws Exception {
        String cipherText = CIPHER.encrypt("0123456789abcdef", WeChat.text("oHostile", "1", "x"));
        String now = String.valueOf(Instant.now().getEpochSecond());
        refused(wechat.send(WeChat.sealed(cipherText.substring(4), now, "a1")), 400);
        refused(wechat.send(WeChat.sealed(cipherText.substring(0, 64), now, "a2")), 400);
        refused(wechat.send(WeChat.sealed("####", now, "a3")), 400);
        WxCryptUtil foreign = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, "wx999999999999ffff");
        refused(wechat.send(wechat.encrypted(WeChat.text("oHostile", "1", "x"), foreign, Instant.now())), 403);
    }

    @Test
    void invalid_utf8_is_refused() throws Exception {
        byte[] body = WeChat.text("oHostile", "1", "xx").getBytes(StandardCharsets.UTF_8);
        body[100] = (byte) 0xc3;
        refused(wechat.send(new WeChat.Push(wechat.encrypted("<xml/>").query(), body)), 400);
    }

    @Test
    void plain_bodies_and_stale_pushes_are_refused() throws Exception {
        refused(wechat.send(WeChat.plain(WeChat.text("oHostile", "1", "x"))), 403);
        WeChat.Push push = wechat.encrypted(WeChat.text("oHostile", "2", "x"));
        clock.advance(Duration.ofSeconds(302));
        refused(wechat.send(push), 403);
    }

    @Test
    void a_long_body_is_refused_without_being_read() throws Exception {
        WeChat.Push push = wechat.encrypted(WeChat.text("oHostile", "1", "x"));
        String head = "POST /wechat/callback/" + WeChat.APP_ID + "?" + push.queryString() + " HTTP/1.1\r\nHost: x\r\n";
        // Announced, but not a byte of it is sent: an answer shows that none was waited for.
        assertThat(statusLine(head + "Content-Length: 10485760\r\n\r\n", 0)).contains(" 413");
        // Chunked: one chunk beyond the limit, and the end never comes.
        assertThat(statusLine(head + "Transfer-Encoding: chunked\r\n\r\n10001\r\n", 65_537)).contains(" 413");
    }

    @Test
    void ten_megabytes_are_answered_with_a_refusal() throws Exception {
        WeChat.Push push = wechat.encrypted(WeChat.text("oHostile", "1", "x"));
        byte[] long10 = new byte[10 * 1024 * 1024];
        refused(wechat.send(push, HttpRequest.BodyPublishers.ofByteArray(long10)), 413);
        refused(wechat.send(push, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long10))), 413);
    }

    @Test
    void other_methods_and_accounts_are_refused_shortly() throws Exception {
        WeChat.Push push = wechat.encrypted(WeChat.text("oHostile", "1", "x"));
        String path = "/wechat/callback/wx9999999999?" + push.queryString();
        assertThat(statusLine("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 0)).contains(" 404");
        assertThat(statusLine("DELETE " + path + " HTTP/1.1\r\nHost: x\r\n\r\n", 0)).contains(" 405");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "signature=%C3%28", "=&=&&"})
    void a_malformed_query_is_refused(String query) throws Exception {
        String head = "POST /wechat/callback/" + WeChat.APP_ID + "?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        assertThat(statusLine(head, 0)).matches("HTTP/1.1 40[03] ?.*");
    }

    @Test
    void an_address_that_knocks_in_vain_too_often_is_told_to_stay_away() throws Exception {
        String head = "POST /wechat/callback/" + WeChat.APP_ID + "?signature=0 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        String elsewhere = "127.0.0.9";
        String last = answered(head, 0, elsewhere);
        assertThat(last).startsWith("HTTP/1.1 403");
        for (int i = 0; i < 300 && last.startsWith("HTTP/1.1 403"); i++) {
            last = answered(head, 0, elsewhere);
        }
        assertThat(last).startsWith("HTTP/1.1 429").containsPattern("Retry-After: [1-9]");
        // Others are not affected, above all WeChat itself.
        assertThat(statusLine(head, 0)).startsWith("HTTP/1.1 403");
        WeChat.Push right = wechat.encrypted(WeChat.text("oAsker", "108", "x"));
        byte[] body = right.body();
        String welcome = "POST /wechat/callback/" + WeChat.APP_ID + "?" + right.queryString()
                + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8);
        assertThat(answered(welcome, 0, elsewhere)).startsWith("HTTP/1.1 200");
    }

    @Test
    void health_shows_the_parts_that_do_not_count() throws Exception {
        HttpResponse<String> health = wechat.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"wechat\"", "\"redis\"", "\"status\":\"UP\"")
                .doesNotContain(WeChat.TOKEN, "access_token");
        assertThat(health.body()).contains("\"db\"").doesNotContain("details", "MySQL", "MariaDB", "path");
        assertThat(wechat.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(wechat.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private String shown(String xml) {
        try {
            return wechat.shown(wechat.send(wechat.encrypted(xml)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).hasSizeLessThan(120).doesNotContain("Exception", "\tat ", "oHostile");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    private String statusLine(String head, int bodyLength) throws Exception {
        return answered(head, bodyLength, "127.0.0.1").lines().findFirst().orElse("");
    }

    /** Status line and headers, read without waiting for the end of what the server may still want to have. */
    private String answered(String head, int bodyLength, String from) throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(new byte[bodyLength]);
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int c = in.read(); c >= 0 && answer.indexOf("\r\n\r\n") < 0; c = in.read()) {
                answer.append((char) c);
            }
            return answer.toString();
        }
    }
}
