package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.QrCodes.QrCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;

/** QR codes, followers and web log-in: WxJava on our client and tokens, over HTTP. */
@WeChatTest
class PlatformServiceTest {

    private static final String CREATE = "/cgi-bin/qrcode/create";
    private static final String INFO = "/cgi-bin/user/info";
    private static final String GRANT = "/sns/oauth2/access_token";

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance instance;

    @BeforeEach
    void wechats_api_answers() throws IOException {
        wechat = new FakeWeChat();
        instance = new Instance(wechat, vault, redisson);
    }

    @AfterEach
    void wechats_api_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    @Test
    void a_code_for_a_scene_has_a_picture_and_a_content() {
        wechat.answers(CREATE, "{\"ticket\":\"gQH/+==\",\"expire_seconds\":604800,\"url\":\"http://weixin.qq.com/q/abc\"}");
        QrCode code = new QrCodes(instance.platform).create("invite_abc", Duration.ofDays(7));
        assertThat(code.image()).isEqualTo(URI.create(wechat.address() + "/cgi-bin/showqrcode?ticket=gQH%2F%2B%3D%3D"));
        assertThat(code.content()).isEqualTo("http://weixin.qq.com/q/abc");
        assertThat(code.validFor()).isEqualTo(Duration.ofDays(7));
        assertThat(code).hasToString("QrCode[valid for PT168H]");
    }

    @Test
    void a_scene_is_asked_for_by_its_text() {
        StringBuilder body = new StringBuilder();
        wechat.does(CREATE, exchange -> {
            body.append(exchange.getAttribute("body"));
            FakeWeChat.json(exchange, "{\"ticket\":\"t\",\"expire_seconds\":60,\"url\":\"u\"}");
        });
        new QrCodes(instance.platform).create("invite_abc", QrCodes.LONGEST);
        assertThat(body).contains("\"action_name\":\"QR_STR_SCENE\"", "\"expire_seconds\":2592000", "\"scene_str\":\"invite_abc\"");
    }

    @ParameterizedTest
    @CsvSource({"'', 60", "a b, 60", "邀请, 60", "invite, 0", "invite, 2592001"})
    void a_code_that_wechat_would_refuse_is_not_asked_for(String scene, long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QrCodes(instance.platform).create(scene, Duration.ofSeconds(seconds)));
        assertThat(wechat.asked()).isEmpty();
    }

    @Test
    void a_refused_token_is_replaced_for_wxjava_too() {
        wechat.does(INFO, exchange -> {
            boolean valid = exchange.getRequestURI().getQuery().contains("access_token=" + wechat.token());
            FakeWeChat.json(exchange, valid ? "{\"subscribe\":1}" : "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}");
        });
        Followers followers = new Followers(instance.platform);
        assertThat(followers.follows(new OpenId("oSomebody"))).isTrue();
        wechat.expireToken();
        assertThat(followers.follows(new OpenId("oSomebody"))).isTrue();
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"subscribe\":1,\"openid\":\"o\"} | true",
        "{\"subscribe\":0,\"openid\":\"o\"} | false",
        "{\"errcode\":40003,\"errmsg\":\"invalid openid\"} | false",
        "{\"errcode\":46004,\"errmsg\":\"user not exist\"} | false"
    })
    void wechat_says_who_follows(String answer, boolean expected) {
        wechat.answers(INFO, answer);
        assertThat(new Followers(instance.platform).follows(new OpenId("oSomebody"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"errcode\":-1,\"errmsg\":\"system error\"} | BUSY",
        "{\"errcode\":48001,\"errmsg\":\"api unauthorized\"} | ACCOUNT",
        "<html>bad gateway</html> | UNKNOWN"
    })
    void what_wechat_does_not_say_is_a_failure_and_asked_once(String answer, ErrorClass kind) {
        wechat.answers(INFO, answer);
        WeChatFailure failure = catchThrowableOfType(
                WeChatFailure.class, () -> new Followers(instance.platform).follows(new OpenId("oSomebody")));
        assertThat(failure.error().kind()).isEqualTo(kind);
        assertThat(failure).hasMessageNotContainingAny("oSomebody", wechat.token());
        assertThat(wechat.asked(INFO)).isEqualTo(1);
    }

    @Test
    void a_server_that_is_away_is_a_failure_without_secrets() {
        wechat.stop();
        WeChatFailure failure = catchThrowableOfType(
                WeChatFailure.class, () -> new WebLogin(instance.platform).whose("code1"));
        assertThat(failure.error()).isEqualTo(new ApiError(ErrorClass.TRANSIENT, "no connection", ""));
        assertThat(failure).hasMessageNotContainingAny(FakeWeChat.SECRET, "code1", "127.0.0.1").hasNoCause();
    }

    @Test
    void a_browser_is_sent_to_wechat_and_back() {
        URI address = new WebLogin(instance.platform).address(URI.create("https://example.org/m/notices/1?a=b"), "abc123");
        assertThat(address.toString())
                .startsWith(wechat.address() + "/connect/oauth2/authorize?appid=" + wechat.account().appId()
                        + "&redirect_uri=https%3A%2F%2Fexample.org%2Fm%2Fnotices%2F1%3Fa%3Db&response_type=code"
                        + "&scope=snsapi_base&state=abc123")
                .endsWith("#wechat_redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "状态"})
    void a_state_that_wechat_would_not_bring_back_is_refused(String state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebLogin(instance.platform).address(URI.create("https://example.org/"), state));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"access_token\":\"u\",\"expires_in\":7200,\"openid\":\"oSomebody\",\"scope\":\"snsapi_base\"} | oSomebody",
        "{\"access_token\":\"u\",\"expires_in\":7200,\"openid\":\"oPreview\",\"is_snapshotuser\":1} | ''",
        "{\"errcode\":40029,\"errmsg\":\"invalid code\"} | ''",
        "{\"errcode\":40163,\"errmsg\":\"code been used\"} | ''"
    })
    void a_code_is_somebodys_or_nobodys(String answer, String openId) {
        wechat.answers(GRANT, answer);
        assertThat(new WebLogin(instance.platform).whose("code1").map(OpenId::value).orElse("")).isEqualTo(openId);
        assertThat(wechat.asked()).singleElement().asString()
                .contains("code=code1", "grant_type=authorization_code").doesNotContain("access_token=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x&appid=other"})
    void what_is_no_code_is_not_asked_about(String code) {
        assertThat(new WebLogin(instance.platform).whose(code)).isEmpty();
        assertThat(wechat.asked()).isEmpty();
    }
}
