package io.zhengxun.admin.faq;

import io.zhengxun.understanding.intent.Intent;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What staff call the intents, and what else the pages about them say. */
@Component
public class IntentWords {

    private final MessageSource messages;

    IntentWords(MessageSource messages) {
        this.messages = messages;
    }

    /** An intent in staff's words; the code itself if there is no such intent any more. */
    public String of(String intentCode) {
        return Intent.ofCode(intentCode).map(intent -> text("intent." + intent)).orElse(intentCode);
    }

    String text(String code) {
        return messages.getMessage("faq." + code, null, Locale.SIMPLIFIED_CHINESE);
    }
}
