package io.zhengxun.wechat;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which template of WeChat's carries which kind of notice where people have to agree to each message (wechat-platform 6.3, 6.4):
 * asked for by it, told of by it, and counted by kind.
 *
 * @param subscription ids of the official account's subscription notices by kind
 * @param mini ids of the mini-program's subscription messages by kind
 * @throws IllegalArgumentException if one template is to carry two kinds: a consent to it would be counted for both
 */
@ConfigurationProperties("zhengxun.wechat.consent-templates")
public record ConsentTemplates(Map<NoticeKind, String> subscription, Map<NoticeKind, String> mini) {

    public ConsentTemplates {
        subscription = checked(subscription);
        mini = checked(mini);
    }

    private static Map<NoticeKind, String> checked(Map<NoticeKind, String> templates) {
        Map<NoticeKind, String> known = templates == null ? Map.of() : templates;
        List<String> ids = known.values().stream().filter(id -> !id.isBlank()).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException(
                    "zhengxun.wechat.consent-templates: each kind of notice needs a template of its own on a channel.");
        }
        return Map.copyOf(known);
    }

    /** The template by which a person agrees; empty where none is set, or where no consent is needed. */
    public Optional<String> of(Channel channel, NoticeKind kind) {
        return Optional.ofNullable(of(channel).get(kind)).filter(id -> !id.isBlank());
    }

    /** What a template carries; empty for one that is not ours, or no longer. */
    public Optional<NoticeKind> kindOf(Channel channel, String templateId) {
        return of(channel).entrySet().stream()
                .filter(entry -> !templateId.isBlank() && entry.getValue().equals(templateId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<NoticeKind, String> of(Channel channel) {
        return switch (channel) {
            case SUBSCRIPTION -> subscription;
            case MINI -> mini;
            case TEMPLATE, CUSTOMER, EMAIL, SMS -> Map.of();
        };
    }
}
