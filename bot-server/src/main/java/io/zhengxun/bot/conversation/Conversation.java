package io.zhengxun.bot.conversation;

import io.zhengxun.bot.binding.ContactBinding;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.wechat.OpenId;
import org.springframework.stereotype.Component;

/** What the bot says to a message. */
@Component
public class Conversation {

    /** A name and a number that nobody has. */
    private static final String REHEARSED = "姓名：甲\n证书编号：S000044999999003000000";

    private final Dialogs dialogs;
    private final AnsweringInquiry answering;
    private final ContactBinding binding;
    private final Subscribing subscribing;
    private final AnswerText text;

    Conversation(
            Dialogs dialogs,
            AnsweringInquiry answering,
            ContactBinding binding,
            Subscribing subscribing,
            AnswerText text) {
        this.dialogs = dialogs;
        this.answering = answering;
        this.binding = binding;
        this.subscribing = subscribing;
        this.text = text;
    }

    /** The reply's text; empty when WeChat is only to be told that the message arrived. */
    public String answer(InboundMessage message) {
        if (!message.type().equals("event")) {
            binding.noteWriting(message);
        }
        return switch (message.type()) {
            case "text" -> toText(message.from(), message.content());
            case "voice" -> message.recognition().isBlank() ? text.of("voice") : toText(message.from(), message.recognition());
            case "event" -> toEvent(message);
            case "image", "video", "shortvideo", "location", "link" -> text.of("other-type");
            default -> "";
        };
    }

    private boolean nameIsAskedOf(OpenId user) {
        TypedFields earlier = dialogs.recall(user);
        return !earlier.isEmpty() && earlier.name().isEmpty();
    }

    /** Prepares an answer about nobody, without asking on anyone's behalf: nothing is counted, recorded or remembered. */
    public String rehearse() {
        TypedFields fields = FieldReader.read(REHEARSED);
        return answering.rehearse(fields.inquiry()) + text.missing(fields);
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
            case "subscribe" -> text.of("welcome");
            case "SCAN", "CLICK", "scancode_waitmsg" -> text.of("help");
            default -> "";
        });
    }

    private void forget(OpenId user) {
        dialogs.forget(user);
        subscribing.forget(user);
    }

    private String toText(OpenId user, String typed) {
        return binding.toText(user, typed)
                .or(() -> subscribing.answer(user, typed))
                .orElseGet(() -> toInquiry(user, typed));
    }

    private String toInquiry(OpenId user, String typed) {
        TypedFields fields = FieldReader.read(typed);
        if (fields.isEmpty() && nameIsAskedOf(user)) {
            fields = FieldReader.readAskedName(typed);
        }
        if (fields.isEmpty()) {
            return text.of("help");
        }
        if (fields.several()) {
            return text.of("several");
        }
        TypedFields known = fields.isComplete() ? fields : fields.completedBy(dialogs.recall(user));
        if (fields.isDoubtful()) {
            dialogs.remember(user, known);
            return text.doubtful(fields);
        }
        if (!known.isComplete()) {
            return dialogs.remember(user, known) ? text.missing(known) : text.of("missing.both-at-once");
        }
        String answer = answering.answer(user, known.inquiry());
        // Only now: when the answer failed, the second field sent again still finds the first.
        dialogs.forget(user);
        return answer;
    }
}
