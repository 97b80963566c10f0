package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MiniProgramAccountTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(MiniProgramAccount.class)
    static class Settings {}

    @Test
    void there_need_not_be_a_mini_program() {
        application.withPropertyValues("zhengxun.wechat.mini.app-id=", "zhengxun.wechat.mini.mode=safe")
                .run(context -> assertThat(context.getBean(MiniProgramAccount.class).isConfigured()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-id", "token", "aes-key", "secret"})
    void half_a_mini_program_stops_the_start_by_the_name_of_what_is_missing(String missing) {
        whole().withPropertyValues("zhengxun.wechat.mini." + missing + "=").run(context -> assertThat(
                new InvalidWeChatAccountAnalyzer().analyze(context.getStartupFailure()).getDescription())
                .startsWith("WECHAT_MINI_" + missing.toUpperCase(Locale.ROOT).replace('-', '_'))
                .doesNotContain("mini0secret"));
    }

    @Test
    void a_whole_one_shows_none_of_its_secrets() {
        whole().run(context -> {
            assertThat(context.getBean(MiniProgramAccount.class).isConfigured()).isTrue();
            assertThat(context.getBean(MiniProgramAccount.class).toString())
                    .isEqualTo("MiniProgramAccount[appId=wx0mini0mini, mode=SAFE]");
        });
    }

    private ApplicationContextRunner whole() {
        return application.withPropertyValues(
                "zhengxun.wechat.mini.app-id=wx0mini0mini",
                "zhengxun.wechat.mini.token=" + FakeWeChat.TOKEN,
                "zhengxun.wechat.mini.aes-key=" + FakeWeChat.AES_KEY,
                "zhengxun.wechat.mini.secret=mini0secret");
    }
}
