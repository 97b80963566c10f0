package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.wechat.WeChatTemplates.MiniSettings;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.PublicAddress;
import java.util.Map;

/** What differs between WeChat's three ways (wechat-platform.md 6.1–6.4). */
enum Route {
    /** Recognises a repeat by its idempotency id for 10 minutes (6.2). */
    TEMPLATE(Channel.TEMPLATE, "/cgi-bin/message/template/send") {
        @Override
        Map<String, String> more(Message message, PublicAddress address, MiniSettings mini) {
            return Map.of(
                    "url", address.ofNotice(message.noticeId()).orElse(""),
                    "client_msg_id", message.idempotencyId());
        }
    },
    /** Each send uses up a consent, and a repeat is a second message. */
    SUBSCRIPTION(Channel.SUBSCRIPTION, "/cgi-bin/message/subscribe/bizsend") {
        @Override
        Map<String, String> more(Message message, PublicAddress address, MiniSettings mini) {
            return Map.of(
                    "page", address.ofNotice(message.noticeId()).orElse(""),
                    // Documented as required with these defaults (6.3).
                    "miniprogram_state", "formal",
                    "lang", "zh_CN");
        }
    },
    /** Each send uses up a consent, and a repeat is a second message. */
    MINI(Channel.MINI, "/cgi-bin/message/subscribe/send") {
        @Override
        Map<String, String> more(Message message, PublicAddress address, MiniSettings mini) {
            return Map.of(
                    "page", mini.page().isEmpty() ? "" : mini.page() + "?id=" + message.noticeId(),
                    "miniprogram_state", mini.state(),
                    "lang", "zh_CN");
        }
    };

    private final Channel channel;
    private final String path;

    Route(Channel channel, String path) {
        this.channel = channel;
        this.path = path;
    }

    Channel channel() {
        return channel;
    }

    String path() {
        return path;
    }

    boolean recognisesRepeats() {
        return this == TEMPLATE;
    }

    /** The fields of a request beside recipient, template and data; empty ones are left out. */
    abstract Map<String, String> more(Message message, PublicAddress address, MiniSettings mini);
}
