package io.zhengxun.admin.issuance;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.ChangingIssuance;
import io.zhengxun.registry.issuance.Issuance;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        return view(issuance, name(issuance.institutionId()), counted, staff);
    }

    /** The lines of a list. */
    List<IssuanceView> of(List<Issuance> issuances, Staff staff) {
        Map<Long, String> names = new HashMap<>();
        return issuances.stream()
                .map(issuance -> view(
                        issuance, names.computeIfAbsent(issuance.institutionId(), this::name), null, staff))
                .toList();
    }

    private String name(long institutionId) {
        return institutions.find(institutionId).map(Institution::name).orElseThrow();
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
