package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.wechat.ConsentTemplates;
import io.zhengxun.wechat.MiniProgram;
import io.zhengxun.wechat.WeChatApi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One courier for each of WeChat's routes. */
@Configuration(proxyBeanMethods = false)
class WeChatCouriers {

    /** @throws IllegalArgumentException if a notice would be told by another template than people agree to */
    WeChatCouriers(WeChatTemplates templates, ConsentTemplates consents) {
        List<String> flaws = Arrays.stream(Channel.values())
                .filter(Channel::needsConsent)
                .flatMap(channel -> Arrays.stream(NoticeKind.values())
                        .filter(kind -> differ(templates, consents, channel, kind))
                        .map(kind -> channel + "." + kind))
                .toList();
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("zhengxun.notifier.templates and zhengxun.wechat.consent-templates name"
                    + " different templates, or only the first names one, for " + flaws + ".");
        }
    }

    private static boolean differ(WeChatTemplates templates, ConsentTemplates consents, Channel channel, NoticeKind kind) {
        return templates.of(channel, kind)
                .filter(template -> !consents.of(channel, kind).equals(Optional.of(template.id())))
                .isPresent();
    }

    @Bean
    WeChatCourier templateCourier(WeChatApi api, WeChatLetters letters) {
        return new WeChatCourier(Route.TEMPLATE, Optional.of(api), letters);
    }

    @Bean
    WeChatCourier subscriptionCourier(WeChatApi api, WeChatLetters letters) {
        return new WeChatCourier(Route.SUBSCRIPTION, Optional.of(api), letters);
    }

    @Bean
    WeChatCourier miniCourier(MiniProgram mini, WeChatLetters letters) {
        return new WeChatCourier(Route.MINI, mini.api(), letters);
    }
}
