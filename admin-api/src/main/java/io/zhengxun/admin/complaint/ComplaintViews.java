package io.zhengxun.admin.complaint;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintEntry;
import io.zhengxun.registry.complaint.ComplaintFile;
import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts complaints into the API's words, a page at the cost of one more query. */
@Component
class ComplaintViews {

    private final Institutions institutions;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintViews(Institutions institutions, Regions regions, MessageSource messages, Clock clock) {
        this.institutions = institutions;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Without anything that was written. */
    List<ComplaintView> lines(List<Complaint> complaints, Staff staff) {
        Map<Long, Institution> theirs = institutions.find(complaints.stream()
                .map(Complaint::institutionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return complaints.stream()
                .map(complaint -> view(complaint, ofComplaint(theirs, complaint), staff, null))
                .toList();
    }

    private static Institution ofComplaint(Map<Long, Institution> institutions, Complaint complaint) {
        return complaint.institutionId() == null ? null : institutions.get(complaint.institutionId());
    }

    ComplaintView line(Complaint complaint, Staff staff) {
        return lines(List.of(complaint), staff).get(0);
    }

    /** With all that the viewer may read. */
    ComplaintView whole(ComplaintFile file, Staff staff) {
        Long institution = file.complaint().institutionId();
        return view(
                file.complaint(), institution == null ? null : institutions.find(institution).orElse(null), staff, file);
    }

    private ComplaintView view(Complaint complaint, Institution institution, Staff staff, ComplaintFile file) {
        return new ComplaintView(
                complaint.number(),
                complaint.category().name(),
                text("complaint.category." + complaint.category()),
                complaint.state().name(),
                text("complaint.state." + complaint.state()),
                institution == null ? null : institution.name(),
                institution == null ? null : institution.numberPrefix(),
                regions.find(complaint.regionCode()).map(Region::centreName).orElseThrow(),
                complaint.assignedTo(),
                moment(complaint.filedAt()),
                moment(complaint.answeredAt()),
                moment(complaint.closedAt()),
                moment(complaint.reopenedAt()),
                complaint.dueOn(),
                complaint.dueOn() != null && complaint.dueOn().isBefore(LegalTime.dayOf(clock.instant())),
                complaint.version(),
                Complaints.possible(complaint, staff).stream().map(Enum::name).toList(),
                file == null ? null : file.entries().stream().map(this::entry).toList(),
                file == null ? null : file.pictures().stream().map(this::picture).toList(),
                file == null || file.contact().isEmpty() ? null : file.contact(),
                file == null ? null : file.statementDueOn());
    }

    private ComplaintView.Picture picture(ComplaintPicture picture) {
        return new ComplaintView.Picture(
                picture.position(), picture.state().name(), text("complaint.picture." + picture.state()));
    }

    private ComplaintView.Entry entry(ComplaintEntry entry) {
        return new ComplaintView.Entry(
                entry.kind().name(),
                text("complaint.entry." + entry.kind()),
                entry.text().isEmpty() ? null : entry.text(),
                entry.by(),
                moment(entry.at()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** Null stays null. */
    private static String moment(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE));
    }
}
