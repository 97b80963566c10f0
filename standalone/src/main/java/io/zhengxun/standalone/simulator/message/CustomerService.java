package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phone.Hearing;
import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customer-service messages: only for a while after the user did something, and not many (wechat-platform.md 4). */
@Component
class CustomerService {

    private static final List<String> TYPES = List.of("text", "image", "voice", "video", "music", "news",
            "mpnewsarticle", "msgmenu", "wxcard", "miniprogrampage");
    private static final int LONGEST = 2048;

    private final Addressees addressees;
    private final SendQuotas quotas;
    private final AcceptedBook book;
    private final Clock clock;

    CustomerService(Addressees addressees, SendQuotas quotas, AcceptedBook book, Clock clock) {
        this.addressees = addressees;
        this.quotas = quotas;
        this.book = book;
        this.clock = clock;
    }

    /** @throws PlatformError if it is refused */
    Map<String, Object> send(PlatformCall call) {
        try {
            Instant now = clock.instant();
            quotas.call(call.account(), now);
            addressees.requireRoute(Route.CUSTOM, call.account());
            String openId = call.field("touser");
            Phone phone = addressees.require(Route.CUSTOM, openId)
                    .orElseThrow(() -> new PlatformError(PlatformError.OUT_OF_TIME));
            tell(phone, call, now);
            book.spoken(openId);
            return Map.of("errcode", 0, "errmsg", "ok");
        } catch (PlatformError refusal) {
            book.refused();
            throw refusal;
        }
    }

    private static void tell(Phone phone, PlatformCall call, Instant now) {
        String type = call.field("msgtype");
        String text = text(type, call.object(type));
        if (!phone.following() || phone.hearing() == Hearing.BLOCKED) {
            throw new PlatformError(PlatformError.OUT_OF_TIME);
        }
        switch (phone.told(type, text, now)) {
            case TOO_LATE -> throw new PlatformError(PlatformError.OUT_OF_TIME);
            case USED_UP -> throw new PlatformError(PlatformError.OUT_OF_MESSAGES);
            case GRANTED -> { }
        }
    }

    private static String text(String type, Map<String, Object> content) {
        if (!TYPES.contains(type)) {
            throw new PlatformError(PlatformError.BAD_MESSAGE_TYPE);
        }
        if (!type.equals("text")) {
            return "";
        }
        String text = content.get("content") instanceof String given ? given : "";
        if (text.isEmpty()) {
            throw new PlatformError(PlatformError.EMPTY_TEXT);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new PlatformError(PlatformError.TEXT_TOO_LONG);
        }
        return text;
    }
}
