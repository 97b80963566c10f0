package io.zhengxun.bot.page;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.text.NoticeText;
import io.zhengxun.registry.notice.text.NoticeTexts;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import io.zhengxun.wechat.ConsentTemplates;
import org.springframework.stereotype.Component;

/** Puts notices, and what else is to be said, on pages. */
@Component
class NoticePages {

    /** Seen from a notice's page. */
    private static final String STYLE = "../page.css";

    private final NoticeTexts texts;
    private final ReturnContent returned;
    private final DeadlineContent deadlines;
    private final Consents consents;
    private final ConsentTemplates templates;
    private final PageText text;

    NoticePages(
            NoticeTexts texts,
            ReturnContent returned,
            DeadlineContent deadlines,
            Consents consents,
            ConsentTemplates templates,
            PageText text) {
        this.texts = texts;
        this.returned = returned;
        this.deadlines = deadlines;
        this.consents = consents;
        this.templates = templates;
        this.text = text;
    }

    byte[] of(ShownNotice shown, String token) {
        Notice notice = shown.notice();
        NoticeText worded = texts.of(notice.kind(), notice.facts());
        Html html = new Html().heading(worded.title(), text.minute(notice.occurredAt()));
        switch (notice.kind()) {
            case RETURN -> returned.write(shown, token, html);
            case DEADLINES, ESCALATION -> deadlines.write(notice, html);
            case SUMMARY -> deadlines.writeCounts(notice, html);
            case PUBLISHED, RETURNED, TEST -> html.paragraph(worded.sms());
        }
        templates.of(Channel.SUBSCRIPTION, notice.kind()).ifPresent(template -> html.footnote(
                text.of("consents", consents.balance(
                        new ConsentKey(Channel.SUBSCRIPTION, notice.kind(), shown.viewer().value())))));
        return html.page(worded.title(), STYLE);
    }

    /** A page with one sentence, the messages {@code bot.page.<key>.title} and {@code bot.page.<key>}. */
    byte[] saying(String key, String style) {
        String title = text.of(key + ".title");
        return new Html().heading(title, "").paragraph(text.of(key)).page(title, style);
    }

    byte[] saying(String key) {
        return saying(key, STYLE);
    }
}
