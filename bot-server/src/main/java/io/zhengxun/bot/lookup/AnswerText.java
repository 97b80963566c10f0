package io.zhengxun.bot.lookup;

import io.zhengxun.bot.limit.Permit;
import io.zhengxun.registry.audit.Query.Outcome;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.deadline.DueDate;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.understanding.field.TypedFields;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts answers into words; the words stand in {@code messages/bot.properties}. Names and ID numbers masked (Q3). */
@Component
class AnswerText {

    /** A passive reply holds at most 2048 bytes of UTF-8. */
    private static final int MOST_BYTES = 2048;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    AnswerText(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("bot." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** The same words for a wrong value and an absent certificate (Q2), with every honest reason and the next step. */
    String notFound() {
        return of("not-found");
    }

    /** Says when to ask again (Q5). */
    String refused(Permit permit) {
        Duration wait = permit.retryAfter();
        Instant again = clock.instant().plus(wait).plusSeconds(59);
        var local = again.atZone(LegalTime.ZONE);
        boolean today = LegalTime.dayOf(again).equals(LegalTime.dayOf(clock.instant()));
        return of("refused." + permit.reason(), (today ? MINUTE : DAY_AND_MINUTE).format(local));
    }

    String found(List<Finding> findings) {
        if (findings.size() == 1) {
            return single(findings.get(0));
        }
        List<String> entries = findings.stream().map(this::entry).toList();
        String head = of("found.several", findings.get(0).certificate().holder().name().masked(), entries.size());
        return fitting(head, entries);
    }

    /** What is doubtful in the fields, kind by kind, each with what would be right (C3a). */
    String doubtful(TypedFields fields) {
        List<String> lines = new ArrayList<>();
        addFlaws(lines, "number", fields.numberFlaws());
        addFlaws(lines, "name", fields.nameFlaws());
        addFlaws(lines, "id-number", fields.idNumberFlaws());
        return of("doubtful", String.join("\n", lines));
    }

    /** Asks for a second field (Q1). */
    String missing(TypedFields fields) {
        if (fields.number().isPresent()) {
            return of("missing.have-number");
        }
        return of(fields.name().isPresent() ? "missing.have-name" : "missing.have-id-number");
    }

    private void addFlaws(List<String> lines, String kind, List<Flaw> flaws) {
        for (Flaw flaw : flaws) {
            lines.add(of("doubtful." + kind, messages.getMessage(flaw, Locale.SIMPLIFIED_CHINESE)));
        }
    }

    private String single(Finding finding) {
        Certificate certificate = finding.certificate();
        return switch (finding.outcome()) {
            case SUSPENDED -> of("suspended", finding.institution().name(), finding.institution().phone());
            case PROGRESS -> of("progress", details(finding), progress(finding), finding.institution().name(),
                    finding.institution().phone());
            default -> of("found", details(finding), certificate.number().value());
        };
    }

    private String details(Finding finding) {
        Certificate certificate = finding.certificate();
        return of(
                "details",
                certificate.holder().name().masked(),
                certificate.holder().idNumber().masked(),
                certificate.number().value(),
                certificate.occupation(),
                certificate.job(),
                certificate.level().label(),
                DAY.format(certificate.issueDate()),
                finding.institution().name());
    }

    private String entry(Finding finding) {
        Certificate certificate = finding.certificate();
        if (finding.outcome() == Outcome.SUSPENDED) {
            return of("entry.suspended");
        }
        return of(
                "entry",
                certificate.number().value(),
                certificate.occupation(),
                certificate.job(),
                certificate.level().label(),
                DAY.format(certificate.issueDate()),
                finding.institution().name(),
                of("state." + finding.progress().stage()));
    }

    /** At whose desk, since when, by when (Q4). A return shows no internal reason. */
    private String progress(Finding finding) {
        Progress progress = finding.progress();
        String stage = of("stage." + progress.stage(), desk(finding));
        return of("progress.lines", stage, DAY.format(progress.since()), due(progress));
    }

    private String desk(Finding finding) {
        return switch (finding.progress().desk()) {
            case CITY -> finding.region().centreName();
            case PROVINCE -> of("desk.province");
            case MINISTRY -> of("desk.ministry");
            case INSTITUTION, NONE -> finding.institution().name();
        };
    }

    private String due(Progress progress) {
        if (progress.due().isEmpty()) {
            return of(progress.stage().isReturned() ? "due.not-started" : "due.none");
        }
        DueDate due = progress.due().get();
        LocalDate today = LegalTime.dayOf(clock.instant());
        String day = DAY.format(due.dueDate());
        if (due.dueDate().isBefore(today)) {
            return of("due.passed", day);
        }
        return of(due.provisional() ? "due.provisional" : "due.on", day);
    }

    /** As many whole entries as one reply holds; the others are asked for with a number. */
    private String fitting(String head, List<String> entries) {
        String more = of("found.more");
        String end = of("found.several.end");
        StringBuilder reply = new StringBuilder(head);
        int room = MOST_BYTES - bytes(head) - Math.max(bytes(more), bytes(end));
        for (String entry : entries) {
            room -= bytes(entry);
            if (room < 0) {
                return reply.append(more).toString();
            }
            reply.append(entry);
        }
        return reply.append(end).toString();
    }

    /** Whether WeChat takes it as one reply. */
    static boolean fits(String reply) {
        return bytes(reply) <= MOST_BYTES;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
