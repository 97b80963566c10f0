package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.wechat.WeChatAccount.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WeChatAccountTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "zhengxun.wechat.mp.app-id=" + FakeWeChat.APP_ID,
                    "zhengxun.wechat.mp.token=" + FakeWeChat.TOKEN,
                    "zhengxun.wechat.mp.aes-key=" + FakeWeChat.AES_KEY,
                    "zhengxun.wechat.mp.secret=test0secret",
                    "zhengxun.wechat.mp.mode=safe",
                    "zhengxun.wechat.mp.api-base-url=https://api.weixin.qq.com",
                    "zhengxun.wechat.mp.open-base-url=https://open.weixin.qq.com",
                    "zhengxun.wechat.mp.site-base-url=https://mp.weixin.qq.com");

    @EnableConfigurationProperties(WeChatAccount.class)
    static class Settings {}

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "app-id, '', WECHAT_MP_APP_ID",
        "app-id, wx 1, WECHAT_MP_APP_ID",
        "token, ab, WECHAT_MP_TOKEN",
        "token, a-token, WECHAT_MP_TOKEN",
        "token, abcdefghijklmnopqrstuvwxyz0123456, WECHAT_MP_TOKEN",
        "aes-key, '', WECHAT_MP_AES_KEY",
        "aes-key, abcdefghijklmnopqrstuvwxyz0123456789ABCDEF, WECHAT_MP_AES_KEY",
        "aes-key, abcdefghijklmnopqrstuvwxyz0123456789ABCDEF=, WECHAT_MP_AES_KEY",
        "previous-aes-key, short, WECHAT_MP_AES_KEY_PREVIOUS",
        "secret, '', WECHAT_MP_SECRET",
        "api-base-url, api.weixin.qq.com, WECHAT_MP_API_BASE_URL",
        "open-base-url, open.weixin.qq.com, WECHAT_MP_OPEN_BASE_URL",
        "site-base-url, mp.weixin.qq.com, WECHAT_MP_SITE_BASE_URL"
    })
    void a_missing_or_malformed_setting_stops_the_start_by_its_name(String setting, String value, String variable) {
        application.withPropertyValues("zhengxun.wechat.mp." + setting + "=" + value).run(context -> {
            FailureAnalysis analysis = new InvalidWeChatAccountAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).startsWith(variable + " is missing or malformed").hasLineCount(1);
            if (!value.isEmpty()) {
                assertThat(analysis.getDescription()).doesNotContain(value);
            }
        });
    }

    @Test
    void plain_mode_needs_no_key() {
        application.withPropertyValues("zhengxun.wechat.mp.mode=plain", "zhengxun.wechat.mp.aes-key=")
                .run(context -> assertThat(context.getBean(WeChatAccount.class).mode()).isEqualTo(Mode.PLAIN));
    }

    @Test
    void every_flaw_is_named_at_once() {
        assertThatThrownBy(() -> new WeChatAccount(null, null, null, null, null, null, null, null, null))
                .hasMessageContainingAll("WECHAT_MP_APP_ID", "WECHAT_MP_TOKEN", "WECHAT_MP_AES_KEY", "WECHAT_MP_SECRET");
    }

    @Test
    void an_account_shows_none_of_its_secrets() {
        application.run(context -> assertThat(context.getBean(WeChatAccount.class).toString())
                .contains(FakeWeChat.APP_ID)
                .doesNotContain(FakeWeChat.TOKEN, FakeWeChat.AES_KEY, "test0secret"));
    }
}
