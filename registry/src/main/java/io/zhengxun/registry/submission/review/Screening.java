package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.review.Finding.Code.LATE;
import static io.zhengxun.registry.submission.review.Finding.Code.MANY_FOR_ONE_ID;
import static io.zhengxun.registry.submission.review.Finding.Code.OTHER_THAN_ISSUED;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_HOLDER_TWICE;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_ID_OTHER_NAME;
import static io.zhengxun.registry.submission.review.Finding.Code.SERIAL_GAP;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Screened;
import io.zhengxun.registry.issuance.Issuance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The screening rules (K8, T3, T6), applied to one batch; they know values only, no database. */
final class Screening {

    /** Positions 1–16 of a number say whose, when and what; the rest is the serial (C3). */
    private static final int SERIAL_FROM = 16;

    private final long submissionId;
    private final ScreeningSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    Screening(long submissionId, ScreeningSettings settings) {
        this.submissionId = submissionId;
        this.settings = settings;
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * Rows that are reported after D1 ended.
     *
     * @param dueOn D1's last day of an issue date
     */
    void lateness(List<Screened> batch, LocalDate reportedOn, Function<LocalDate, LocalDate> dueOn) {
        Map<LocalDate, LocalDate> due = new HashMap<>();
        for (Screened row : batch) {
            LocalDate last = due.computeIfAbsent(row.issueDate(), dueOn);
            if (reportedOn.isAfter(last)) {
                findings.add(Finding.of(row.id(), LATE, last));
            }
        }
    }

    /** @param batch in the order of numbers */
    void gaps(List<Screened> batch) {
        String series = "";
        int last = 0;
        for (Screened row : batch) {
            String own = row.number().substring(0, SERIAL_FROM);
            int serial = Integer.parseInt(row.number().substring(SERIAL_FROM));
            if (own.equals(series) && serial > last + 1) {
                findings.add(Finding.of(row.id(), SERIAL_GAP, serial - last - 1));
            }
            series = own;
            last = serial;
        }
    }

    /** A report agrees with its issuance, or it is refused; a correction may not, for that may be why it was returned (T3). */
    void departures(List<Screened> correction, Issuance issuance) {
        String registered = issuance.occupation() + " " + issuance.level().label() + " " + issuance.issueDate();
        for (Screened row : correction) {
            boolean agrees = row.occupation().equals(issuance.occupation())
                    && row.level() == issuance.level()
                    && row.issueDate().equals(issuance.issueDate());
            if (!agrees) {
                findings.add(Finding.of(row.id(), OTHER_THAN_ISSUED, issuance.number(), registered));
            }
        }
    }

    /** @param certificates all that each of these holders has, in whatever batch */
    void holders(List<Screened> certificates) {
        certificates.stream()
                .collect(Collectors.groupingBy(Screened::idMark))
                .values()
                .forEach(this::holder);
    }

    private void holder(List<Screened> ofOneId) {
        otherNames(ofOneId);
        twice(ofOneId);
        many(ofOneId);
    }

    private void otherNames(List<Screened> ofOneId) {
        Map<String, Long> byName = counted(ofOneId, Screened::nameMark);
        if (byName.size() > 1) {
            own(ofOneId).forEach(row -> findings.add(
                    Finding.of(row.id(), SAME_ID_OTHER_NAME, ofOneId.size() - byName.get(row.nameMark()))));
        }
    }

    private record Qualification(String nameMark, String occupation, Level level) {

        static Qualification of(Screened row) {
            return new Qualification(row.nameMark(), row.occupation(), row.level());
        }
    }

    private void twice(List<Screened> ofOneId) {
        Map<Qualification, Long> counts = counted(ofOneId, Qualification::of);
        for (Screened row : own(ofOneId)) {
            long others = counts.get(Qualification.of(row)) - 1;
            if (others > 0) {
                findings.add(Finding.of(row.id(), SAME_HOLDER_TWICE, others));
            }
        }
    }

    /** A row is noticed if some stretch of days that it lies in holds too many. */
    private void many(List<Screened> ofOneId) {
        List<Screened> byDate = ofOneId.stream().sorted(Comparator.comparing(Screened::issueDate)).toList();
        int from = 0;
        int noticed = 0;
        for (int to = 0; to < byDate.size(); to++) {
            LocalDate earliest = byDate.get(to).issueDate().minusDays(settings.within().toDays());
            while (byDate.get(from).issueDate().isBefore(earliest)) {
                from++;
            }
            if (to - from + 1 > settings.mostForOneId()) {
                noticeMany(byDate.subList(Math.max(from, noticed), to + 1));
                noticed = to + 1;
            }
        }
    }

    private void noticeMany(List<Screened> rows) {
        own(rows).forEach(row -> findings.add(
                Finding.of(row.id(), MANY_FOR_ONE_ID, settings.within().toDays(), settings.mostForOneId())));
    }

    private List<Screened> own(List<Screened> ofOneId) {
        return ofOneId.stream().filter(row -> row.submissionId() == submissionId).toList();
    }

    private static <K> Map<K, Long> counted(List<Screened> rows, Function<Screened, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
