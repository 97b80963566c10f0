package io.zhengxun.bot.page;

import io.zhengxun.bot.page.Html.Mark;
import io.zhengxun.bot.page.Html.Tone;
import io.zhengxun.registry.digest.DeadlineItem;
import io.zhengxun.registry.digest.DeadlineItems;
import io.zhengxun.registry.notice.Notice;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the pages of digests show: each deadline as it is now (T5, T7), or the counts of a morning's summary. */
@Component
class DeadlineContent {

    private static final int SOON_DAYS = 3;

    private final DeadlineItems items;
    private final PageText text;

    DeadlineContent(DeadlineItems items, PageText text) {
        this.items = items;
        this.text = text;
    }

    void write(Notice digest, Html html) {
        List<DeadlineItem> all = items.of(digest.id());
        html.line(text.of("owner"), digest.facts().getOrDefault("owner", ""));
        html.line(text.of("open"), String.valueOf(all.stream().filter(DeadlineItem::open).count()));
        html.line(text.of("overdue"), String.valueOf(all.stream().filter(DeadlineItem::isOverdue).count()));
        all.forEach(item -> html.item(
                text.of("item", item.label(), item.subject()),
                text.of("item-due", item.institution(), text.day(item.dueOn())),
                mark(item)));
        if (all.size() == DeadlineItems.LISTED) {
            html.paragraph(text.of("most", DeadlineItems.LISTED));
        }
    }

    void writeCounts(Notice summary, Html html) {
        Map<String, String> facts = summary.facts();
        for (String count : List.of("owner", "waiting", "dueSoon", "overdue", "unnotified")) {
            html.line(text.of(count), facts.getOrDefault(count, ""));
        }
    }

    private Mark mark(DeadlineItem item) {
        int days = item.daysLeft();
        if (!item.open()) {
            return new Mark(text.of("done"), Tone.QUIET);
        }
        if (days < 0) {
            return new Mark(text.of("days-late", -days), Tone.LATE);
        }
        return new Mark(days == 0 ? text.of("today") : text.of("days-left", days), days <= SOON_DAYS ? Tone.SOON : Tone.QUIET);
    }
}
