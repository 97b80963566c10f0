package io.zhengxun.admin.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.ConsultationPlace;
import io.zhengxun.registry.consultation.ConsultationState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for a person's answer, and what was said. */
@RestController
@RequestMapping("/api/consultations")
@Tag(name = "人工咨询", description = "转人工的咨询和对答案的差评：排队、受理、答复")
class ConsultationController {

    private static final Pattern KEY = Pattern.compile("(\\d{1,15})-(\\d{1,18})");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final AnsweringConsultation answering;
    private final ConsultationViews views;

    ConsultationController(AnsweringConsultation answering, ConsultationViews views) {
        this.answering = answering;
        this.views = views;
    }

    record Typed(
            @Parameter(description = "WAITING 待受理，TAKEN 处理中，ANSWERED 已答复，CLOSED 已关闭；不填的为待受理和处理中") String state,
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    @Schema(name = "人工咨询列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ConsultationView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "等候答复的人工咨询，最急的在前", description = "不含咨询内容。翻页：把上一页的 next 作为 after。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Typed typed,
            HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Typed.class);
        ConsultationState state = parameters.one("state", typed.state(), ConsultationState.class);
        ConsultationPlace after = place(parameters, typed.after());
        int limit = parameters.limit(typed.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        List<Consultation> found = answering.queue(state, after, limit + 1, staff);
        List<Consultation> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(one -> views.line(one, staff)).toList(),
                found.size() > limit ? key(shown.get(limit - 1)) : null);
    }

    @GetMapping("/{number}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "查看一条人工咨询的全部内容", description = "内容可能含个人信息，每次查看都记入审计。")
    ResponseEntity<ConsultationView> one(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        ConsultationView whole = views.whole(answering.read(number, staff), staff);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(whole);
    }

    private static ConsultationPlace place(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        Matcher key = KEY.matcher(text);
        if (!key.matches()) {
            parameters.flaw("after", "parameter.after");
            return null;
        }
        return new ConsultationPlace(Instant.ofEpochMilli(Long.parseLong(key.group(1))), Long.parseLong(key.group(2)));
    }

    private static String key(Consultation last) {
        return last.dueAt().toEpochMilli() + "-" + last.id();
    }
}
