package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.notifier.channel.wechat.WeChatTemplates.Template;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.wechat.WeChatApi;
import io.zhengxun.wechat.WeChatFailure;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages over to WeChat by one of its routes. */
final class WeChatCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(WeChatCourier.class);

    private final Route route;
    private final Optional<WeChatApi> api;
    private final WeChatLetters letters;

    /** @param api of the account that the route belongs to; empty if there is none */
    WeChatCourier(Route route, Optional<WeChatApi> api, WeChatLetters letters) {
        this.route = route;
        this.api = api;
        this.letters = letters;
    }

    @Override
    public Channel channel() {
        return route.channel();
    }

    @Override
    public boolean isConfigured(NoticeKind kind) {
        return api.isPresent() && letters.template(route, kind).isPresent();
    }

    @Override
    public Map<String, String> fields(NoticeKind kind) {
        return letters.template(route, kind).map(Template::fields).orElse(Map.of());
    }

    @Override
    public Outcome send(Message message) {
        if (!isConfigured(message.kind())) {
            return Outcome.of(Result.TEMPLATE, "not configured");
        }
        Map<String, Object> request;
        try {
            request = letters.written(route, message);
        } catch (RuntimeException e) {
            // Nothing has gone out, which an exception would leave open.
            LOG.error("Notice {} cannot be put into its template ({}); it goes on by its next channel.", message.noticeId(),
                    e.getClass().getSimpleName());
            return Outcome.of(Result.CONTENT, "not written");
        }
        return request.isEmpty() ? Outcome.of(Result.CONTENT, "fact missing") : handedOver(request);
    }

    private Outcome handedOver(Map<String, Object> request) {
        try {
            return Outcome.accepted(api.orElseThrow().post(route.path(), request).path("msgid").asString(""));
        } catch (WeChatFailure e) {
            return Results.of(e.error(), route);
        }
    }
}
