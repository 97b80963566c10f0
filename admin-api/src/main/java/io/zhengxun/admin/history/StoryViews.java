package io.zhengxun.admin.history;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.LookUp;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Told;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.history.CertificateStory;
import io.zhengxun.registry.submission.history.HistoryEvent;
import io.zhengxun.registry.submission.returns.CertificateReturns;
import io.zhengxun.registry.submission.returns.Difference;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.review.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Stories as the API shows them. */
@Component
class StoryViews {

    private final HistoryTexts texts;
    private final MessageSource messages;

    StoryViews(HistoryTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    StoryView of(CertificateStory story, Staff reader) {
        return new StoryView(
                CertificateView.of(story.certificate(), story.institution(), texts),
                place(story),
                story.batches().stream().map(this::travelled).toList(),
                story.returns().stream().map(this::returned).toList(),
                story.acts().stream().map(act -> texts.view(act, reader)).toList(),
                story.findings().stream().map(this::note).toList(),
                story.lookUps() == null ? null : story.lookUps().stream().map(this::asked).toList(),
                story.notices().stream().map(told -> notice(told, reader)).toList(),
                trail(story.trail()));
    }

    /** Published, or in its open return, or else where its batch is (Q4). */
    private StoryView.Place place(CertificateStory story) {
        Certificate certificate = story.certificate();
        if (certificate.publishedOn() != null) {
            return place(Stage.PUBLISHED, Desk.NONE, certificate.publishedOn(), null);
        }
        Optional<Return> open = story.returns().stream()
                .map(CertificateReturns.Lain::matter)
                .filter(matter -> certificate.returnId() != null && matter.id() == certificate.returnId())
                .findFirst();
        if (open.isPresent()) {
            Return matter = open.get();
            // Till the notice has arrived no clock runs for the institution (T4).
            LocalDate due = matter.notifiedAt() == null ? null : matter.dueOn();
            return place(
                    Stage.valueOf("RETURNED_BY_" + matter.returnedBy()),
                    Desk.INSTITUTION,
                    LegalTime.dayOf(matter.recordedAt()),
                    due);
        }
        Submission batch = story.current();
        return place(batch.stage(), batch.desk(), LegalTime.dayOf(batch.stageSince()), batch.dueOn());
    }

    private StoryView.Place place(Stage stage, Desk desk, LocalDate since, LocalDate due) {
        return new StoryView.Place(
                stage.name(), texts.text("stage." + stage), desk.name(), texts.text("desk." + desk), since, due);
    }

    private StoryView.Travelled travelled(Submission batch) {
        return new StoryView.Travelled(
                batch.number(), batch.kind().name(), batch.stage().name(), texts.text("stage." + batch.stage()));
    }

    private StoryView.Returned returned(CertificateReturns.Lain lain) {
        Return matter = lain.matter();
        Instant notified = matter.notifiedAt();
        return new StoryView.Returned(
                matter.number(),
                matter.returnedBy().name(),
                texts.text("desk." + matter.returnedBy()),
                LegalTime.dayOf(matter.recordedAt()),
                lain.reason().rowNo(),
                lain.reason().reason(),
                lain.reason().remark().isEmpty() ? null : lain.reason().remark(),
                notified == null ? null : LegalTime.dayOf(notified),
                lain.isCorrected(),
                lain.fields().stream()
                        .filter(Difference::changed)
                        .map(change -> new StoryView.Change(change.field().header(), change.before(), change.after()))
                        .toList());
    }

    private StoryView.Note note(Finding finding) {
        return new StoryView.Note(
                finding.code().name(),
                finding.code().rule(),
                messages.getMessage(finding, Locale.SIMPLIFIED_CHINESE));
    }

    private StoryView.Asked asked(LookUp lookUp) {
        return new StoryView.Asked(
                HistoryTexts.moment(lookUp.askedAt()),
                lookUp.channel().name(),
                texts.text("story.channel." + lookUp.channel()),
                lookUp.outcome().name(),
                texts.text("story.outcome." + lookUp.outcome()));
    }

    private StoryView.Notice notice(Told told, Staff reader) {
        HistoryEvent event = new HistoryEvent(told.occurredAt(), told.kind(), told.subjectKey(), null, Map.of());
        EventView view = texts.view(event, reader);
        return new StoryView.Notice(view.at(), told.kind(), told.subjectKey(), view.text(), told.state());
    }

    private StoryView.Trail trail(CertificateStory.Trail trail) {
        String text = texts.text(trail.intact() ? "story.trail.intact" : "story.trail.broken", String.valueOf(trail.entries()));
        return new StoryView.Trail(trail.intact(), trail.entries(), text);
    }
}
