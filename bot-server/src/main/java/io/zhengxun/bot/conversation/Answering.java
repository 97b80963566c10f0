package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.bot.handover.HandingOver;
import io.zhengxun.bot.unanswered.Unanswered;
import io.zhengxun.registry.faq.FaqText;
import io.zhengxun.registry.faq.FaqTexts;
import io.zhengxun.understanding.field.Masking;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers with the texts that staff publish, and has them rated. */
@Component
class Answering {

    private static final List<Intent> WHAT_ELSE = List.of(Intent.LOOKUP, Intent.PROGRESS, Intent.COMPLAINT);

    private final FaqTexts texts;
    private final HandingOver handing;
    private final Unanswered unanswered;
    private final MenuWords words;
    private final ConversationText text;

    Answering(FaqTexts texts, HandingOver handing, Unanswered unanswered, MenuWords words, ConversationText text) {
        this.texts = texts;
        this.handing = handing;
        this.unanswered = unanswered;
        this.words = words;
        this.text = text;
    }

    Outcome answered(Intent intent, Heard heard, Talk talk) {
        String reply = published(intent);
        if (MenuWords.NEVER_OFFERED.contains(intent)) {
            return new Outcome(reply, talk.answered(Optional.empty()));
        }
        Answered answered = new Answered(intent.code(), heard.understood().score(), Masking.mask(heard.text()));
        return new Outcome(ConversationText.with(reply, ratings()), talk.answered(Optional.of(answered)));
    }

    /** What the bot cannot do, and what it can. */
    String outOfScope() {
        return ConversationText.with(published(Intent.OUT_OF_SCOPE), text.of("what-else", words.taps(WHAT_ELSE)));
    }

    Outcome rated(OpenId user, Talk talk, boolean useful) {
        String reply = talk.answered()
                .map(last -> rated(user, last, useful))
                .orElseGet(() -> text.of("rating.too-late"));
        return new Outcome(reply, talk.answered(Optional.empty()));
    }

    private String rated(OpenId user, Answered last, boolean useful) {
        if (!useful) {
            unanswered.collect(last.question(), last.intentCode(), last.score());
        }
        return handing.rated(user, last.intentCode(), last.question(), useful);
    }

    private String published(Intent intent) {
        return texts.of(intent.code()).map(FaqText::reply).orElseGet(() -> text.of("help"));
    }

    private String ratings() {
        return text.of("rating", Tap.of("有用", "有用", "rating"), Tap.of("没用", "没用", "rating"));
    }
}
