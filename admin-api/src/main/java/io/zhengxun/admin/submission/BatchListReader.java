package io.zhengxun.admin.submission;

import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.InstitutionSearch;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.list.BatchFilter;
import io.zhengxun.registry.submission.list.BatchFilter.Days;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Understands the parameters of the list of batches, or says all that is wrong with them. */
@Component
class BatchListReader {

    /** Each is looked through by itself. */
    private static final int MOST_INSTITUTIONS = 10;

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Institutions institutions;
    private final Regions regions;
    private final Issuances issuances;
    private final Submissions submissions;

    BatchListReader(Institutions institutions, Regions regions, Issuances issuances, Submissions submissions) {
        this.institutions = institutions;
        this.regions = regions;
        this.issuances = issuances;
        this.submissions = submissions;
    }

    /** @param last the last batch of the page before; null for the first page */
    record Order(BatchFilter filter, Submission last, int limit) {}

    Order read(BatchListRequest typed, HttpServletRequest request, Scope scope) {
        Parameters parameters = new Parameters(request, BatchListRequest.class);
        Stage stage = parameters.one("stage", typed.stage(), Stage.class);
        Submission.Kind kind = parameters.one("kind", typed.kind(), Submission.Kind.class);
        boolean late = parameters.yes("late", typed.late());
        String city = city(parameters, typed, scope);
        Days created = days(parameters, "createdFrom", typed.createdFrom(), "createdTo", typed.createdTo());
        Days issued = days(parameters, "issuedFrom", typed.issuedFrom(), "issuedTo", typed.issuedTo());
        if (created != null && issued != null) {
            parameters.flaw("issuedFrom", "parameter.one-kind-of-day");
        }
        List<Long> institutionIds = institutions(parameters, typed, scope, city);
        String number = number(parameters, typed);
        Long issuance = issuance(parameters, typed, scope);
        Submission last = last(parameters, typed, scope);
        int limit = parameters.limit(typed.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        return new Order(
                new BatchFilter(stage, kind, late, institutionIds, city, created, issued, number, issuance), last, limit);
    }

    private String city(Parameters parameters, BatchListRequest typed, Scope scope) {
        String city = parameters.text(typed.city());
        boolean known = city == null
                || regions.find(city).filter(region -> region.kind() == Region.Kind.CITY).isPresent()
                        && (scope.kind() != Scope.Kind.CITY || scope.regionCode().equals(city));
        if (known) {
            return city;
        }
        parameters.flaw("city", "parameter.city");
        return null;
    }

    private static Days days(Parameters parameters, String fromName, String from, String toName, String to) {
        LocalDate first = parameters.day(fromName, from);
        LocalDate last = parameters.day(toName, to);
        if (first != null && last != null && last.isBefore(first)) {
            parameters.flaw(toName, "parameter.not-before", fromName);
        }
        return first == null && last == null ? null : new Days(first, last);
    }

    private List<Long> institutions(Parameters parameters, BatchListRequest typed, Scope scope, String city) {
        String text = parameters.text(typed.institution());
        if (text == null) {
            return null;
        }
        List<Institution> found = institutions.search(InstitutionSearch.typed(
                new InstitutionSearch.Within(scope.institutionId(), scope.regionCode()), text, city, "", MOST_INSTITUTIONS + 1));
        if (found.isEmpty()) {
            parameters.flaw("institution", "parameter.no-institution");
        } else if (found.size() > MOST_INSTITUTIONS) {
            parameters.flaw("institution", "parameter.many-institutions", String.valueOf(MOST_INSTITUTIONS));
        }
        return found.stream().map(Institution::id).toList();
    }

    private static String number(Parameters parameters, BatchListRequest typed) {
        String number = parameters.text(typed.number());
        if (number == null || number.toUpperCase().matches("PC[0-9]{6}(-[0-9A-Z]{0,8})?")) {
            return number == null ? null : number.toUpperCase();
        }
        parameters.flaw("number", "parameter.batch-number");
        return null;
    }

    private Long issuance(Parameters parameters, BatchListRequest typed, Scope scope) {
        String number = parameters.text(typed.issuance());
        try {
            return number == null ? null : (Long) issuances.visible(number, scope).id();
        } catch (Absent e) {
            parameters.flaw("issuance", "parameter.no-issuance");
            return null;
        }
    }

    private Submission last(Parameters parameters, BatchListRequest typed, Scope scope) {
        String number = parameters.text(typed.after());
        try {
            return number == null ? null : submissions.visible(number, scope);
        } catch (Absent e) {
            parameters.flaw("after", "parameter.after");
            return null;
        }
    }
}
