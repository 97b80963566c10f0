package io.zhengxun.bot.conversation;

import io.zhengxun.bot.binding.ContactBinding;
import io.zhengxun.bot.conversation.Talks.Opened;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.bot.lookup.LookUp;
import io.zhengxun.bot.lookup.Subscribing;
import io.zhengxun.bot.menu.MenuKeys;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.wechat.OpenId;
import org.springframework.stereotype.Component;

/**
 * What the bot says to a message: what it is → what is remembered of the conversation → {@link Replying} → what is remembered for the
 * next one.
 */
@Component
public class Conversation {

    private static final String REHEARSED = "请问我的证书几时先可以喺网上查到？";

    private final Understanding understanding;
    private final Talks talks;
    private final Replying replying;
    private final Dialogs dialogs;
    private final ContactBinding binding;
    private final LookUp lookUp;
    private final Subscribing subscribing;
    private final MenuWords words;
    private final ConversationText text;

    Conversation(
            Understanding understanding,
            Talks talks,
            Replying replying,
            Dialogs dialogs,
            ContactBinding binding,
            LookUp lookUp,
            Subscribing subscribing,
            MenuWords words,
            ConversationText text) {
        this.understanding = understanding;
        this.talks = talks;
        this.replying = replying;
        this.dialogs = dialogs;
        this.binding = binding;
        this.lookUp = lookUp;
        this.subscribing = subscribing;
        this.words = words;
        this.text = text;
    }

    /** The reply's text; empty when WeChat is only to be told that the message arrived. */
    public String answer(InboundMessage message) {
        if (message.isEvent()) {
            return toEvent(message);
        }
        binding.noteWriting(message);
        OpenId user = message.from();
        return switch (message.type()) {
            case "text" -> reply(heard(user, message.content()));
            case "voice" -> message.recognition().isBlank() ? text.of("voice") : reply(heard(user, message.recognition()));
            case "image" -> reply(Heard.picture(user, message.field("MediaId")));
            case "video", "shortvideo", "location", "link" -> text.of("other-type." + message.type());
            default -> "";
        };
    }

    /** Prepares an answer about nobody, without asking on anyone's behalf: nothing is counted, recorded or remembered. */
    public String rehearse() {
        return lookUp.rehearse() + understanding.read(REHEARSED).intent().code();
    }

    private Heard heard(OpenId user, String typed) {
        return words.read(typed)
                .or(() -> dialogs.namedBy(typed))
                .or(() -> Reference.askedAbout(typed))
                .map(intent -> Heard.offeredWords(user, typed, intent))
                .orElseGet(() -> Heard.words(user, typed, understanding.read(typed)));
    }

    private String reply(Heard heard) {
        Opened opened = talks.open(heard.user());
        if (opened.busy()) {
            return text.of("talk.busy");
        }
        if (!opened.isRemembered() && Command.read(heard.text()).filter(Command::isAboutDialogs).isPresent()) {
            return text.of("dialog.no-memory");
        }
        try {
            Outcome outcome = replying.reply(heard, opened.talk());
            boolean kept = talks.keep(heard.user(), opened, outcome.talk());
            String reply = kept ? resumable(outcome) : unremembered(outcome);
            return opened.fresh() ? ConversationText.with(reply, text.of("privacy-hint")) : reply;
        } catch (RuntimeException e) {
            // As it was before: the same message sent again goes on from there.
            talks.leave(heard.user(), opened);
            throw e;
        }
    }

    /** Offers to go on with a dialog that waits while something else was said. */
    private String resumable(Outcome outcome) {
        return outcome.talk().top()
                .filter(top -> !outcome.reply().contains(top.last().question()))
                .map(top -> ConversationText.with(outcome.reply(), resumption(top)))
                .orElse(outcome.reply());
    }

    private String resumption(Running waiting) {
        String label = text.of("dialog.resume", words.of(waiting.startedBy()));
        return "\n\n" + Tap.of(label, "继续", "resume");
    }

    /** What cannot be remembered cannot be asked for in several messages; what ended with its answer can be given. */
    private String unremembered(Outcome outcome) {
        return outcome.talk().top()
                .map(top -> dialogs.needsMemory(top)
                        ? text.of("dialog.no-memory")
                        : ConversationText.with(outcome.reply(), text.of("dialog.all-at-once")))
                // What says nothing by itself was probably an answer, in a dialog that is out of reach.
                .orElseGet(() -> outcome.talk().failures().isEmpty() ? outcome.reply() : text.of("dialog.no-memory"));
    }

    private String toEvent(InboundMessage message) {
        // Who leaves leaves nothing behind (wechat-platform 2: delete the user's data).
        switch (message.event()) {
            case "unsubscribe" -> forget(message.from());
            case "user_authorization_revoke", "user_authorization_cancellation" ->
                message.concerned().ifPresent(this::forget);
            default -> {}
        }
        return binding.toEvent(message).orElseGet(() -> switch (message.event()) {
            case "subscribe" -> welcome(message.from());
            case "CLICK" -> MenuKeys.intentOf(message.eventKey())
                    .map(intent -> reply(Heard.button(message.from(), intent)))
                    .orElseGet(() -> text.of("help"));
            case "SCAN", "scancode_waitmsg" -> text.of("help");
            default -> "";
        });
    }

    private String welcome(OpenId user) {
        talks.greet(user);
        return text.of("welcome");
    }

    private void forget(OpenId user) {
        talks.forget(user);
        subscribing.forget(user);
    }
}
