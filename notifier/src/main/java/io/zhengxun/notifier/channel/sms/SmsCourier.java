package io.zhengxun.notifier.channel.sms;

import cn.hutool.http.GlobalInterceptor;
import cn.hutool.json.JSONObject;
import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.NoticeTexts;
import io.zhengxun.registry.notice.text.SmsParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.HttpsURLConnection;
import org.dromara.sms4j.api.SmsBlend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Text messages by templates, through sms4j's connectors. That the provider took it is the last that is known of it. */
@Component
class SmsCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCourier.class);
    private static final int CODE_LENGTH = 40;
    /** The library tells of failures in words only; with these nothing can have arrived. */
    private static final List<String> NOT_CONNECTED =
            List.of("connection refused", "connect timed out", "unknownhost", "noroutetohost", "sslhandshake");

    private final SmsSettings settings;
    private final SmsBlend provider;
    private final NoticeTexts texts;

    SmsCourier(SmsSettings settings, NoticeTexts texts) {
        this.settings = settings;
        this.texts = texts;
        this.provider = settings.provider() == null ? null : settings.provider().connect(settings);
        // The library's client trusts every certificate for every name and waits for ever, and is reached by this hook only.
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        GlobalInterceptor.INSTANCE.addRequestInterceptor(request -> request.timeout(timeout)
                .setSSLSocketFactory(HttpsURLConnection.getDefaultSSLSocketFactory())
                .setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier()));
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isConfigured(NoticeKind kind) {
        return provider != null && settings.templates().containsKey(kind);
    }

    @Override
    public Outcome send(Message message) {
        SmsSettings.Template template = settings.templates().get(message.kind());
        LinkedHashMap<String, String> parameters;
        try {
            parameters = SmsParameters.of(texts.of(message.kind(), message.facts()), template.parameters());
        } catch (RuntimeException e) {
            // Nothing has gone out, which an exception would leave open.
            LOG.error("Notice {} cannot be put into its SMS template ({}); it goes on by its next channel.",
                    message.noticeId(), e.getClass().getSimpleName());
            return Outcome.of(Result.CONTENT, "not written");
        }
        try {
            Object said = provider.sendMessage(message.address(), template.id(), parameters).getData();
            return said instanceof JSONObject json ? outcome(json) : failure(String.valueOf(said));
        } catch (RuntimeException e) {
            return failure(e.toString());
        }
    }

    private Outcome outcome(JSONObject said) {
        SmsProvider.Reply reply = settings.provider().reply(said);
        if (reply.code().isEmpty()) {
            return Outcome.of(Result.UNKNOWN, "no reply");
        }
        Result result = settings.provider().meaning(reply.code());
        String code = result == Result.ACCEPTED ? "" : reply.code();
        return new Outcome(
                result, code.substring(0, Math.min(code.length(), CODE_LENGTH)), reply.messageId(), reply.requestId());
    }

    private static Outcome failure(String words) {
        String failure = words.toLowerCase(Locale.ROOT);
        return NOT_CONNECTED.stream().anyMatch(failure::contains)
                ? Outcome.of(Result.TRANSIENT, "no connection")
                : Outcome.of(Result.UNKNOWN, "no reply");
    }
}
