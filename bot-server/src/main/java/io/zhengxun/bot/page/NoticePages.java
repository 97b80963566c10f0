package io.zhengxun.bot.page;

import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.text.NoticeText;
import io.zhengxun.registry.notice.text.NoticeTexts;
import org.springframework.stereotype.Component;

/** Puts notices, and what else is to be said, on pages. */
@Component
class NoticePages {

    /** Seen from a notice's page. */
    private static final String STYLE = "../page.css";

    private final NoticeTexts texts;
    private final ReturnContent returned;
    private final DeadlineContent deadlines;
    private final AnswerContent answers;
    private final ConsentContent consents;
    private final PageText text;

    NoticePages(
            NoticeTexts texts,
            ReturnContent returned,
            DeadlineContent deadlines,
            AnswerContent answers,
            ConsentContent consents,
            PageText text) {
        this.texts = texts;
        this.returned = returned;
        this.deadlines = deadlines;
        this.answers = answers;
        this.consents = consents;
        this.text = text;
    }

    Page of(ShownNotice shown, String token) {
        Notice notice = shown.notice();
        NoticeText worded = texts.of(notice.kind(), notice.facts());
        Html html = new Html().heading(worded.title(), text.minute(notice.occurredAt()));
        switch (notice.kind()) {
            case RETURN -> returned.write(shown, token, html);
            case DEADLINES, ESCALATION -> deadlines.write(notice, html);
            case SUMMARY -> deadlines.writeCounts(notice, html);
            case ANSWER -> answers.write(notice, html);
            case PUBLISHED, RETURNED, COMPLAINT, TEST -> html.paragraph(worded.sms());
        }
        consents.write(shown, html);
        return html.page(worded.title(), STYLE);
    }

    /** A page with one sentence, the messages {@code bot.page.<key>.title} and {@code bot.page.<key>}. */
    Page saying(String key, String style) {
        String title = text.of(key + ".title");
        return new Html().heading(title, "").paragraph(text.of(key)).page(title, style);
    }

    Page saying(String key) {
        return saying(key, STYLE);
    }
}
