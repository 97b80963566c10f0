package io.zhengxun.admin.faq;

import io.zhengxun.admin.faq.AnswerView.Draft;
import io.zhengxun.admin.faq.AnswerView.Version;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.faq.FaqEntry;
import io.zhengxun.registry.faq.FaqVersion;
import io.zhengxun.understanding.Decision;
import io.zhengxun.understanding.intent.Intent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts answers into the API's words. */
@Component
class AnswerViews {

    private final IntentWords words;

    AnswerViews(IntentWords words) {
        this.words = words;
    }

    AnswerView view(FaqEntry entry) {
        String state = entry.published().version() == 0 ? "BUILT_IN" : "PUBLISHED";
        return new AnswerView(
                entry.intentCode(),
                words.of(entry.intentCode()),
                state,
                words.text("state." + state),
                entry.published().body(),
                orNull(entry.published().source()),
                entry.published().version(),
                entry.current().publishedBy(),
                moment(entry.current().publishedAt()),
                Intent.ofCode(entry.intentCode()).filter(Decision.GUIDED::contains).isPresent(),
                entry.draft().map(draft -> draft(entry, draft)).orElse(null),
                entry.changedBy(),
                moment(entry.changedAt()),
                entry.edition());
    }

    /** @param earlier the version before; null of the first one */
    Version version(FaqVersion version, FaqVersion earlier) {
        return new Version(
                version.text().version(),
                version.text().body(),
                orNull(version.text().source()),
                version.restoredFrom(),
                version.publishedBy(),
                moment(version.publishedAt()),
                earlier == null ? null : LineDifference.between(earlier.text().reply(), version.text().reply()));
    }

    private static Draft draft(FaqEntry entry, FaqEntry.Draft draft) {
        List<LineDifference> differences = LineDifference.between(entry.published().reply(), draft.reply());
        int bytes = draft.reply().getBytes(StandardCharsets.UTF_8).length;
        return new Draft(draft.body(), orNull(draft.source()), bytes, differences);
    }

    private static String orNull(String source) {
        return source.isEmpty() ? null : source;
    }

    private static String moment(Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(LegalTime.ZONE));
    }
}
