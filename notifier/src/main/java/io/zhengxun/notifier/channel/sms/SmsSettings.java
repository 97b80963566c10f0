package io.zhengxun.notifier.channel.sms;

import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.SmsParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By whom and with which templates text messages are sent.
 *
 * @param provider unset: none are sent
 * @param signature 短信签名 as the provider has approved it, without brackets
 * @param sdkAppId Tencent only
 * @param endpoint host and port of the provider's API; empty for the usual one
 * @param timeout for the connection, and for the answer
 * @param templates kinds without one are not sent as text messages
 * @throws IllegalArgumentException if something is missing or a template cannot be filled
 */
@ConfigurationProperties("zhengxun.sms")
record SmsSettings(
        SmsProvider provider,
        @DefaultValue("") String accessKeyId,
        @DefaultValue("") String accessKeySecret,
        @DefaultValue("") String signature,
        @DefaultValue("") String sdkAppId,
        @DefaultValue("") String endpoint,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue Map<NoticeKind, Template> templates) {

    /** @param parameters names of our values by the provider's names, in the template's order */
    record Template(@DefaultValue("") String id, @DefaultValue Map<String, String> parameters) {}

    SmsSettings {
        List<String> flaws = new ArrayList<>();
        if (provider != null && (accessKeyId.isBlank() || accessKeySecret.isBlank() || signature.isBlank())) {
            flaws.add("access-key-id, access-key-secret and signature are needed.");
        }
        if (provider == SmsProvider.TENCENT && sdkAppId.isBlank()) {
            flaws.add("sdk-app-id is needed.");
        }
        templates.forEach((kind, template) -> {
            if (template.id().isBlank()) {
                flaws.add("The template of " + kind + " has no id.");
            }
            flaws.addAll(SmsParameters.flaws(kind, template.parameters()));
        });
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("zhengxun.sms: " + String.join(" ", flaws));
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SmsSettings[" + provider + ", " + templates.keySet() + "]";
    }
}
