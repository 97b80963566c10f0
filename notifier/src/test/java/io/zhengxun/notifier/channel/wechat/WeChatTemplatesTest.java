package io.zhengxun.notifier.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.channel.wechat.WeChatTemplates.MiniSettings;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.wechat.ConsentTemplates;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** What a start takes and refuses as templates. */
class WeChatTemplatesTest {

    private static final String RETURN = "zhengxun.notifier.templates.TEMPLATE.RETURN.";

    private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({WeChatTemplates.class, ConsentTemplates.class})
    static class Settings {

        Settings(WeChatTemplates templates, ConsentTemplates consents) {
            new WeChatCouriers(templates, consents);
        }
    }

    @Test
    void a_template_is_set_by_channel_and_kind_with_its_keys_as_the_platform_writes_them() {
        application
                .withPropertyValues(RETURN + "id=t1", RETURN + "fields.thing1=institution",
                        RETURN + "fields.character_string2=batch", RETURN + "fields.thing3==请尽快处理")
                .run(context -> assertThat(context.getBean(WeChatTemplates.class).of(Channel.TEMPLATE, NoticeKind.RETURN))
                        .hasValueSatisfying(template -> {
                            assertThat(template.id()).isEqualTo("t1");
                            assertThat(template.fields()).isEqualTo(Map.of(
                                    "thing1", "institution", "character_string2", "batch", "thing3", "=请尽快处理"));
                        }));
    }

    @Test
    void without_an_id_a_template_is_not_used_yet() {
        application.withPropertyValues(RETURN + "fields.thing1=institution").run(context -> assertThat(
                context.getBean(WeChatTemplates.class).of(Channel.TEMPLATE, NoticeKind.RETURN)).isEmpty());
    }

    @Test
    void without_any_setting_there_is_none() {
        application.run(context -> {
            assertThat(context.getBean(WeChatTemplates.class).templates()).isEmpty();
            assertThat(context.getBean(WeChatTemplates.class).mini()).isEqualTo(new MiniSettings("", "formal"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "templates.TEMPLATE.RETURN.fields.thingy1, institution, Field thingy1 of the template of RETURN",
        "templates.TEMPLATE.RETURN.fields.thing1, instituton, there is no value instituton",
        "templates.TEMPLATE.RETURN.fields.date5, rows, does not take rows",
        "templates.TEMPLATE.RETURN.fields.number3, =viele, does not take this constant",
        "templates.TEMPLATE.RETURN.id, t1, has no fields",
        "templates.SMS.RETURN.fields.thing1, institution, SMS has no templates of WeChat's",
        "templates.TEMPLATE.REMINDER.fields.thing1, institution, REMINDER",
        "templates.LETTER.RETURN.fields.thing1, institution, LETTER",
        "mini.page, /pages/notice, page is like pages/notice/index",
        "mini.page, pages/notice?a=b, page is like pages/notice/index",
        "mini.state, released, state one of formal"
    })
    void what_cannot_work_stops_the_start_and_is_named(String setting, String value, String said) {
        application.withPropertyValues("zhengxun.notifier." + setting + "=" + value)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(said));
    }

    @ParameterizedTest
    @CsvSource({"s2, true", "'', true", "s1, false"})
    void people_agree_to_the_template_by_which_they_are_told(String agreed, boolean fails) {
        String setting = "zhengxun.notifier.templates.SUBSCRIPTION.RETURN.";
        application
                .withPropertyValues(setting + "id=s1", setting + "fields.thing1=institution",
                        "zhengxun.wechat.consent-templates.subscription.RETURN=" + agreed)
                .run(context -> {
                    assertThat(context.getStartupFailure() != null).isEqualTo(fails);
                    if (fails) {
                        assertThat(context).getFailure().rootCause().hasMessageContaining("SUBSCRIPTION.RETURN");
                    }
                });
    }
}
