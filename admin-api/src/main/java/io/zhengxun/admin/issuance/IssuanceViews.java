package io.zhengxun.admin.issuance;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.ChangingIssuance;
import io.zhengxun.registry.issuance.Issuance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Issuances as the API shows them to a person. */
@Component
class IssuanceViews {

    private final Institutions institutions;
    private final ChangingIssuance changing;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final MessageSource messages;

    IssuanceViews(
            Institutions institutions,
            ChangingIssuance changing,
            Clocks clocks,
            Deadlines deadlines,
            MessageSource messages) {
        this.institutions = institutions;
        this.changing = changing;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.messages = messages;
    }

    /** With its deadlines and how they are counted. */
    IssuanceView whole(Issuance issuance, Staff staff) {
        List<IssuanceView.ClockView> counted = clocks.of(issuance.deadlineSubject()).stream()
                .map(deadline -> IssuanceView.ClockView.of(deadline, deadlines.explain(deadline)))
                .toList();
        return view(issuance, institutions.find(issuance.institutionId()).orElseThrow().name(), counted, staff);
    }

    /** An issuance, and whose it is. */
    record Line(Issuance issuance, Institution institution) {}

    List<IssuanceView> of(List<Issuance> issuances, Staff staff) {
        return lines(issuances).stream()
                .map(line -> view(line.issuance(), line.institution().name(), null, staff))
                .toList();
    }

    List<Line> lines(List<Issuance> issuances) {
        Map<Long, Institution> of =
                institutions.find(issuances.stream().map(Issuance::institutionId).collect(Collectors.toSet()));
        return issuances.stream()
                .map(issuance -> new Line(issuance, of.get(issuance.institutionId())))
                .toList();
    }

    private IssuanceView view(
            Issuance issuance, String institution, List<IssuanceView.ClockView> counted, Staff staff) {
        return new IssuanceView(
                issuance.number(),
                institution,
                issuance.planNo(),
                issuance.occupation(),
                issuance.level().label(),
                issuance.issuedCount(),
                issuance.reportedCount(),
                issuance.issueDate(),
                issuance.reportDueOn(),
                issuance.closesOn(),
                issuance.state().name(),
                messages.getMessage("issuance." + issuance.state(), null, Locale.SIMPLIFIED_CHINESE),
                IssuanceView.Admission.of(issuance),
                counted,
                issuance.version(),
                changing.possible(issuance, staff));
    }
}
