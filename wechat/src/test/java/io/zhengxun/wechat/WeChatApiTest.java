package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.FakeWeChat.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.convert.DurationStyle;

/** What a caller learns of each way in which a call can fail, over HTTP. */
@WeChatTest
class WeChatApiTest {

    private static final ApiError NO_CONNECTION = new ApiError(ErrorClass.TRANSIENT, "no connection", "");
    private static final Duration READ_TIMEOUT = Duration.ofMillis(1500);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance instance;

    @BeforeEach
    void wechats_api_answers() throws IOException {
        wechat = new FakeWeChat();
        instance = new Instance(wechat, vault, redisson, READ_TIMEOUT);
    }

    @AfterEach
    void wechats_api_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    @Test
    void a_message_id_beyond_what_a_double_holds_comes_back_whole() {
        assertThat(instance.send().path("msgid").asString()).isEqualTo("9007199254740993");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("hangs", answer(exchange -> stay()), ErrorClass.UNKNOWN, "timeout"),
                arguments("hangs amid the answer", answer(WeChatApiTest::half), ErrorClass.UNKNOWN, "timeout"),
                arguments("drips", answer(WeChatApiTest::drip), ErrorClass.UNKNOWN, "timeout"),
                arguments("closes", answer(HttpExchange::close), ErrorClass.UNKNOWN, "closed"),
                arguments("HTML 502", page(502), ErrorClass.UNKNOWN, "HTTP 502"),
                arguments("HTML 200", page(200), ErrorClass.UNKNOWN, "not JSON"),
                arguments("half an object", json("{\"errcode\":0,"), ErrorClass.UNKNOWN, "not JSON"),
                arguments("no object", json("[]"), ErrorClass.UNKNOWN, "not JSON"),
                arguments("empty", json(""), ErrorClass.UNKNOWN, "not JSON"),
                arguments("redirected", page(302), ErrorClass.TRANSIENT, "HTTP 302"),
                arguments("not found", page(404), ErrorClass.TRANSIENT, "HTTP 404"),
                arguments("too large", page(413), ErrorClass.CONTENT, "HTTP 413"),
                arguments("too many", page(429), ErrorClass.RATE, "HTTP 429"),
                arguments("busy", json("{\"errcode\":-1,\"errmsg\":\"system error\"}"), ErrorClass.BUSY, "-1"),
                arguments("unknown code", json("{\"errcode\":99099}"), ErrorClass.UNFORESEEN, "99099"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_failure_says_whether_it_may_have_arrived_in_time_and_is_not_repeated(
            String name, Answer answer, ErrorClass kind, String code) {
        instance.send();
        wechat.does(FakeWeChat.SEND, answer);
        Instant start = Instant.now();
        WeChatFailure failure = catchThrowableOfType(WeChatFailure.class, instance::send);
        assertThat(failure.error()).isEqualTo(new ApiError(kind, code, ""));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(wechat.asked(FakeWeChat.SEND)).isEqualTo(2);
        assertThat(failure).hasMessageNotContainingAny(wechat.token(), "http:", "oSomebody").hasNoCause();
    }

    @Test
    void an_address_where_nobody_listens_is_no_doubt() throws IOException {
        assertThat(failureAt(URI.create("http://127.0.0.1:1/"))).isEqualTo(NO_CONNECTION);
    }

    @Test
    void a_name_that_nobody_has_is_no_doubt() throws IOException {
        assertThat(failureAt(URI.create("http://nobody.invalid/"))).isEqualTo(NO_CONNECTION);
    }

    @Test
    void a_connection_that_does_not_open_is_no_doubt() throws IOException {
        // Its queue is full: the next connection waits in vain.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket();
                Socket second = new Socket()) {
            first.connect(full.getLocalSocketAddress());
            second.connect(full.getLocalSocketAddress());
            assertThat(failureAt(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"))).isEqualTo(NO_CONNECTION);
        }
    }

    private static ApiError failureAt(URI address) throws IOException {
        try (WeChatHttp http = new WeChatHttp(
                new WeChatHttpSettings(Duration.ofMillis(200), Duration.ofSeconds(5), 2))) {
            return catchThrowableOfType(WeChatFailure.class, () -> http.get(address)).error();
        }
    }

    @Test
    void unknown_codes_are_counted() {
        wechat.answers(FakeWeChat.SEND, "{\"errcode\":99099}");
        catchThrowableOfType(WeChatFailure.class, instance::send);
        assertThat(instance.meters.counter("zhengxun.wechat.unforeseen", "code", "99099").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'ok rid: 650e1f35-6fdb1c2d-0c7f4b1a', 650e1f35-6fdb1c2d-0c7f4b1a",
        "'hint [abc] rid: <script>', ''",
        "'', ''"
    })
    void the_request_id_is_taken_from_the_text(String text, String expected) {
        assertThat(ApiError.of(47003, text).requestId()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"49ms, 5s, 64", "2s, 61s, 64", "2s, 5s, 0", ", 5s, 64"})
    void senseless_patience_stops_the_start(String connect, String read, int connections) {
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> new WeChatHttpSettings(
                        duration(connect), duration(read), connections)))
                .hasMessageContaining("zhengxun.wechat.http.");
    }

    private static Duration duration(String value) {
        return value == null ? null : DurationStyle.detectAndParse(value);
    }

    private static Answer answer(Answer answer) {
        return answer;
    }

    private static Answer page(int status) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            FakeWeChat.body(exchange, status, "<html>bad gateway</html>");
        };
    }

    private static Answer json(String body) {
        return exchange -> FakeWeChat.json(exchange, body);
    }

    private static void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        stay();
    }

    /** A byte each 200 ms, 20 s in all: never as long as the time-out between two of them. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            waited(Duration.ofMillis(200));
        }
    }

    private static void stay() {
        waited(Duration.ofMinutes(1));
    }

    /** The fake API's own slowness; ends when its threads are stopped. */
    private static void waited(Duration duration) {
        try {
            NEVER.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
