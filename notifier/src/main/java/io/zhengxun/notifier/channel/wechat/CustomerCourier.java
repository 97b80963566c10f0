package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.consultation.Answer;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.wechat.WeChatApi;
import io.zhengxun.wechat.WeChatFailure;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says in the chat what staff answered: a customer-service message (wechat-platform 4.1). It needs no template; the platform
 * knows no repeats of it, so that one of unknown outcome is not sent again.
 */
@Component
class CustomerCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerCourier.class);
    private static final String PATH = "/cgi-bin/message/custom/send";

    private final WeChatApi api;
    private final Consultations consultations;
    private final MessageSource messages;

    CustomerCourier(WeChatApi api, Consultations consultations, MessageSource messages) {
        this.api = api;
        this.consultations = consultations;
        this.messages = messages;
    }

    @Override
    public Channel channel() {
        return Channel.CUSTOMER;
    }

    @Override
    public boolean isConfigured(NoticeKind kind) {
        return kind == NoticeKind.ANSWER;
    }

    @Override
    public Outcome send(Message message) {
        Optional<String> text;
        try {
            text = text(message);
        } catch (DataAccessException e) {
            // Nothing has gone out.
            return Outcome.of(Result.TRANSIENT, "answer not read");
        } catch (RuntimeException e) {
            LOG.error("The answer of notice {} cannot be read ({}); it goes on by its next channel.", message.noticeId(),
                    e.getClass().getSimpleName());
            return Outcome.of(Result.CONTENT, "not written");
        }
        return text.map(said -> handedOver(message.address(), said))
                .orElseGet(() -> Outcome.of(Result.CONTENT, "fact missing"));
    }

    /** Read here, since a notice holds nothing of what people say (Q6). */
    private Optional<String> text(Message message) {
        String id = message.facts().getOrDefault(AnsweringConsultation.MESSAGE, "");
        Optional<Answer> answer = id.isEmpty() ? Optional.empty() : consultations.answer(Long.parseLong(id));
        return answer.map(found -> messages.getMessage(
                "consultation.answer", new Object[] {found.number(), found.text()}, Locale.ROOT));
    }

    private Outcome handedOver(String openId, String text) {
        try {
            api.post(PATH, Map.of("touser", openId, "msgtype", "text", "text", Map.of("content", text)));
            return Outcome.accepted("");
        } catch (WeChatFailure e) {
            return Results.of(e.error(), false);
        }
    }
}
