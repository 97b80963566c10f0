package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.wechat.WeChatTemplates.Template;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.notice.text.NoticeTexts;
import io.zhengxun.registry.notice.text.PlatformFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes messages as WeChat takes them. */
@Component
class WeChatLetters {

    private final WeChatTemplates templates;
    private final NoticeTexts texts;
    private final PublicAddress address;

    WeChatLetters(WeChatTemplates templates, NoticeTexts texts, PublicAddress address) {
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    Optional<Template> template(Route route, NoticeKind kind) {
        return templates.of(route.channel(), kind);
    }

    /** The request; empty if the notice lacks a fact that its template cannot do without. */
    Map<String, Object> written(Route route, Message message) {
        Template template = template(route, message.kind()).orElseThrow();
        Map<String, String> fields =
                PlatformFields.of(texts.of(message.kind(), message.facts()), template.fields());
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> data = new LinkedHashMap<>();
        fields.forEach((key, value) -> data.put(key, Map.of("value", value)));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("touser", message.address());
        request.put("template_id", template.id());
        route.more(message, address, templates.mini()).forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.put(name, value);
            }
        });
        request.put("data", data);
        return request;
    }
}
