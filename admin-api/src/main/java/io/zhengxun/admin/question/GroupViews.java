package io.zhengxun.admin.question;

import io.zhengxun.admin.faq.IntentWords;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.question.QuestionGroup;
import io.zhengxun.registry.question.UnansweredQuestion;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what was not understood, and what was taught, into the API's words. */
@Component
class GroupViews {

    private final IntentWords intents;
    private final MessageSource messages;

    GroupViews(IntentWords intents, MessageSource messages) {
        this.intents = intents;
        this.messages = messages;
    }

    GroupView line(QuestionGroup group) {
        return view(group, null);
    }

    GroupView whole(QuestionGroup group, List<UnansweredQuestion> examples) {
        return view(group, examples.stream().map(this::example).toList());
    }

    String intent(String code) {
        return intents.of(code);
    }

    private GroupView view(QuestionGroup group, List<GroupView.Example> examples) {
        return new GroupView(
                group.id(),
                group.leader(),
                group.state().name(),
                messages.getMessage("question.state." + group.state(), null, Locale.SIMPLIFIED_CHINESE),
                group.intentCode(),
                group.intentCode() == null ? null : intents.of(group.intentCode()),
                group.questions(),
                moment(group.firstAt()),
                moment(group.lastAt()),
                group.handledBy(),
                moment(group.handledAt()),
                examples);
    }

    private GroupView.Example example(UnansweredQuestion question) {
        return new GroupView.Example(
                question.text(), question.guessedCode(), intents.of(question.guessedCode()), question.score(),
                moment(question.askedAt()));
    }

    static String moment(Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(LegalTime.ZONE));
    }
}
