package io.zhengxun.admin.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.problem.ProblemTexts;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.NotRecorded;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.submission.history.CertificateStories;
import io.zhengxun.registry.submission.history.SearchingCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates within the reader's scope: found by two fields, and one's whole story. */
@RestController
@RequestMapping("/api/certificates")
@Tag(name = "证书", description = "证书查询与全程")
class CertificateController {

    private static final String SECONDS = "10";

    private final CertificateStories stories;
    private final SearchingCertificate searching;
    private final Institutions institutions;
    private final StoryViews views;
    private final HistoryTexts texts;
    private final ProblemTexts problems;

    CertificateController(
            CertificateStories stories,
            SearchingCertificate searching,
            Institutions institutions,
            StoryViews views,
            HistoryTexts texts,
            ProblemTexts problems) {
        this.stories = stories;
        this.searching = searching;
        this.institutions = institutions;
        this.views = views;
        this.texts = texts;
        this.problems = problems;
    }

    /** Personal data: in a body, never in a URL (Q6). */
    @Schema(name = "证书查询")
    record Form(
            @Schema(description = "证书编号") String number,
            @Schema(description = "姓名") String name,
            @Schema(description = "证件号码") String idNumber) {

        Inquiry checked() {
            List<FieldFlaw> flaws = new ArrayList<>();
            Optional<CertificateNumber> byNumber = read("number", number, CertificateNumber::read, flaws);
            Optional<PersonName> byName = read("name", name, PersonName::read, flaws);
            Optional<IdNumber> byId = read("id-number", idNumber, IdNumber::read, flaws);
            if (Stream.of(number, name, idNumber).filter(Form::isGiven).count() < Inquiry.FIELDS_NEEDED) {
                flaws.add(FieldFlaw.of("number", "search.two-fields"));
            }
            FieldsRefused.throwIfAny("Q1", flaws);
            return new Inquiry(byNumber, byName, byId);
        }

        private static <T> Optional<T> read(
                String field, String given, Function<String, Reading<T>> reading, List<FieldFlaw> flaws) {
            if (!isGiven(given)) {
                return Optional.empty();
            }
            Optional<T> accepted = reading.apply(given).accepted();
            if (accepted.isEmpty()) {
                flaws.add(FieldFlaw.of(field.equals("id-number") ? "idNumber" : field, "search." + field));
            }
            return accepted;
        }

        private static boolean isGiven(String value) {
            return value != null && !value.isBlank();
        }

        /** Without the content: it may get into a log. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    @Schema(name = "查到的证书")
    record Found(List<CertificateView> items) {}

    @PostMapping("/search")
    @AnyReader
    @Operation(
            summary = "按证书编号、姓名、证件号码中的任意两项查询",
            description = "三项都填时须全部相符。只含本账号范围内的证书；不存在与不在范围内，答复相同。每次查询都留下记录。")
    Found search(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Form form) {
        List<Certificate> found = searching.search(form.checked(), staff);
        return new Found(found.stream()
                .map(certificate -> CertificateView.of(
                        certificate, institutions.find(certificate.institutionId()).orElseThrow(), texts))
                .toList());
    }

    @GetMapping("/{number}/story")
    @AnyReader
    @Operation(
            summary = "一个证书的全程",
            description = "数据（姓名、证件号码脱敏）、现在何处、经过的批次、退回与更正、查询、通知、操作记录是否完好。已暂停查询和已删除的证书也显示。")
    StoryView story(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        CertificateNumber known = CertificateNumber.read(number).accepted().orElseThrow(Absent::new);
        return views.of(stories.of(known, staff), staff);
    }

    /** A query that cannot be recorded is not answered (Q6). */
    @ExceptionHandler(NotRecorded.class)
    ResponseEntity<ProblemDetail> notRecorded() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", SECONDS));
    }
}
