package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;

@WeChatTest
class SentMediaTest {

    private static final String PATH = "/cgi-bin/media/get";
    private static final byte[] FILE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, '{', 5};

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance instance;
    private SentMedia media;

    @BeforeEach
    void the_platform_has_a_file() throws IOException {
        wechat = new FakeWeChat();
        wechat.does(PATH, SentMediaTest::file);
        instance = new Instance(wechat, vault, redisson);
        media = new SentMedia(instance.api);
    }

    @AfterEach
    void the_platform_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    private static void file(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, FILE.length);
        exchange.getResponseBody().write(FILE);
        exchange.close();
    }

    @Test
    void a_file_comes_as_it_is() {
        assertThat(media.fetch("media-1", FILE.length)).hasValue(FILE);
        assertThat(wechat.asked()).last().asString().contains("media_id=media-1");
    }

    @Test
    void one_that_the_platform_does_not_have_is_none() {
        wechat.answers(PATH, "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
        assertThat(media.fetch("media-1", 100)).isEmpty();
    }

    @Test
    void too_large_a_one_is_not_read_to_its_end() {
        assertThatThrownBy(() -> media.fetch("media-1", FILE.length - 1))
                .isInstanceOfSatisfying(WeChatFailure.class, e ->
                        assertThat(e.error().kind()).isEqualTo(ErrorClass.CONTENT));
    }

    @Test
    void a_refused_token_is_replaced_once() {
        wechat.does(PATH, exchange -> {
            if (exchange.getRequestURI().getQuery().contains("access_token=" + wechat.token())) {
                file(exchange);
            } else {
                wechat.accepted(exchange);
            }
        });
        media.fetch("media-1", 100);
        wechat.expireToken();
        assertThat(media.fetch("media-1", 100)).hasValue(FILE);
    }

    @Test
    void any_other_error_leaves_it_open() {
        wechat.answers(PATH, "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        assertThatThrownBy(() -> media.fetch("media-1", 100))
                .isInstanceOfSatisfying(WeChatFailure.class, e ->
                        assertThat(e.error().kind()).isEqualTo(ErrorClass.BUSY));
    }
}
