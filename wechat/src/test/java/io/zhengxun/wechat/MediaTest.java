package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.Media.Picture;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of pictures that WeChat holds, over HTTP. */
@WeChatTest
class MediaTest {

    private static final String PATH = "/cgi-bin/media/get";
    private static final int LARGEST = 1000;

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance instance;
    private Media media;

    @BeforeEach
    void wechat_holds_pictures() throws IOException {
        wechat = new FakeWeChat();
        instance = new Instance(wechat, vault, redisson);
        media = new Media(instance.api);
    }

    @AfterEach
    void wechat_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000, JPEG, image/jpeg",
        "89504e470d0a1a0a0000, PNG, image/png",
        "47494638396100, GIF, image/gif",
        "524946460000000057454250, WEBP, image/webp"
    })
    void a_picture_is_what_its_content_says(String content, PictureType type, String mediaType) {
        holds(HexFormat.of().parseHex(content));
        Picture picture = media.picture("m/1+2", LARGEST);
        assertThat(picture.type()).isEqualTo(type);
        assertThat(picture.type().mediaType()).isEqualTo(mediaType);
        assertThat(picture.content()).isEqualTo(HexFormat.of().parseHex(content));
        assertThat(wechat.asked()).anyMatch(address -> address.endsWith("&media_id=m%2F1%2B2"));
    }

    @Test
    void one_that_is_as_large_as_wanted_is_taken_whole_and_one_byte_more_is_refused() {
        holds(jpeg(LARGEST));
        assertThat(media.picture("m", LARGEST).content()).hasSize(LARGEST);
        holds(jpeg(LARGEST + 1));
        assertThat(refusal()).isEqualTo(new ApiError(ErrorClass.CONTENT, "too large", ""));
    }

    @ParameterizedTest
    @CsvSource({"3c68746d6c3e", "''", "ffd8", "5249464600000000574156"})
    void what_is_no_picture_is_refused(String content) {
        holds(HexFormat.of().parseHex(content));
        assertThat(refusal()).isEqualTo(new ApiError(ErrorClass.CONTENT, "no picture", ""));
    }

    @Test
    void one_that_no_longer_exists_is_refused() {
        wechat.answers(PATH, "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
        assertThat(refusal()).isEqualTo(new ApiError(ErrorClass.CONTENT, "40007", ""));
    }

    @Test
    void a_token_that_was_replaced_costs_nothing() {
        instance.send();
        wechat.expireToken();
        wechat.does(PATH, exchange -> {
            if (exchange.getRequestURI().getQuery().contains(wechat.token())) {
                bytes(exchange, jpeg(10));
            } else {
                FakeWeChat.json(exchange, "{\"errcode\":42001}");
            }
        });
        assertThat(media.picture("m", LARGEST).type()).isEqualTo(PictureType.JPEG);
    }

    private void holds(byte[] content) {
        wechat.does(PATH, exchange -> bytes(exchange, content));
    }

    private ApiError refusal() {
        return catchThrowableOfType(WeChatFailure.class, () -> media.picture("m", LARGEST)).error();
    }

    private static byte[] jpeg(int length) {
        byte[] jpeg = new byte[length];
        System.arraycopy(HexFormat.of().parseHex("ffd8ff"), 0, jpeg, 0, 3);
        return jpeg;
    }

    private static void bytes(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
