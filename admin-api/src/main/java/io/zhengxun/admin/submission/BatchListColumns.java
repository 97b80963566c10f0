package io.zhengxun.admin.submission;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.submission.Submission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of batches as a sheet. No holder's data is in it. */
@Component
class BatchListColumns {

    private final Institutions institutions;
    private final Issuances issuances;
    private final MessageSource messages;

    BatchListColumns(Institutions institutions, Issuances issuances, MessageSource messages) {
        this.institutions = institutions;
        this.issuances = issuances;
        this.messages = messages;
    }

    /** @param issuance null if it answers none */
    record Line(Submission batch, Institution institution, Issuance issuance) {}

    List<Line> lines(List<Submission> batches) {
        Map<Long, Institution> of = institutions.find(
                batches.stream().map(Submission::institutionId).collect(Collectors.toSet()));
        Map<Long, Issuance> answered = issuances.find(batches.stream()
                .map(Submission::issuanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return batches.stream()
                .map(batch -> new Line(
                        batch,
                        of.get(batch.institutionId()),
                        batch.issuanceId() == null ? null : answered.get(batch.issuanceId())))
                .toList();
    }

    List<Column<Line>> columns() {
        return List.of(
                new Column<>("number", 20, line -> line.batch().number()),
                new Column<>("institution", 36, line -> line.institution().name()),
                new Column<>("prefix", 16, line -> line.institution().numberPrefix()),
                new Column<>("kind", 10, line -> text("submission.kind." + line.batch().kind())),
                new Column<>("stage", 24, line -> text("stage." + line.batch().stage())),
                new Column<>("desk", 16, line -> text("desk." + line.batch().desk())),
                new Column<>("since", 12, line -> LegalTime.dayOf(line.batch().stageSince())),
                new Column<>("due", 12, line -> line.batch().dueOn()),
                new Column<>("rows", 8, line -> line.batch().rowCount()),
                new Column<>("carried", 8, line -> line.batch().carriedRows()),
                new Column<>("late", 8, line -> line.batch().lateRows()),
                new Column<>("issuance", 20, line -> line.issuance() == null ? null : line.issuance().number()),
                new Column<>("issued", 12, line -> line.issuance() == null ? null : line.issuance().issueDate()),
                new Column<>("handler", 16, line -> line.batch().handler()),
                new Column<>("submittedBy", 16, line -> line.batch().submittedBy()),
                new Column<>("created", 12, line -> LegalTime.dayOf(line.batch().createdAt())));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
