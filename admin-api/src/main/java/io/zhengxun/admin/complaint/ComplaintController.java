package io.zhengxun.admin.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintKey;
import io.zhengxun.registry.complaint.ComplaintList;
import io.zhengxun.registry.complaint.ComplaintState;
import io.zhengxun.registry.complaint.PictureContent;
import io.zhengxun.registry.complaint.ViewingComplaint;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The complaints of one's scope; of an institution those about which it was asked. */
@RestController
@RequestMapping("/api/complaints")
@Tag(name = "投诉", description = "持证人在微信中提交的投诉及其办理")
class ComplaintController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?_(\\d{1,18})");

    private final ComplaintList list;
    private final ViewingComplaint viewing;
    private final ComplaintViews views;

    ComplaintController(ComplaintList list, ViewingComplaint viewing, ComplaintViews views) {
        this.list = list;
        this.viewing = viewing;
        this.views = views;
    }

    @Schema(name = "投诉列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ComplaintView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "2026-11-24_123") String next) {}

    record Query(
            @Parameter(description = "RECEIVED、ASSIGNED、STATEMENT_ASKED、ANSWERED、REOPENED、CLOSED 之一；不填为未办结的")
                    String state,
            @Parameter(description = "上一页的 next") String after,
            @Parameter(description = "每页行数，最多 200", example = "50") String limit) {}

    @GetMapping
    @AnyReader
    @Operation(
            summary = "列出本账号范围内的投诉",
            description = "未办结的按最近的期限排列，已办结的新的在前；不含投诉内容。评价机构只看到要求其说明的投诉。"
                    + "翻页：把上一页的 next 作为 after。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Query.class);
        ComplaintState state = parameters.one("state", query.state(), ComplaintState.class);
        ComplaintKey after = key(parameters, query.after());
        int limit = parameters.limit(query.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        List<Complaint> found = list.page(state, staff.scope(), after, limit + 1);
        List<Complaint> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                views.lines(shown, staff),
                found.size() > limit ? text(ComplaintKey.of(shown.get(limit - 1))) : null);
    }

    @GetMapping("/{number}")
    @AnyReader
    @Operation(
            summary = "查看投诉",
            description = "技能中心看到投诉内容、图片及其状态、联系电话；评价机构只看到要求其说明的事项和本机构的说明；审计人员不看内容。"
                    + "每次查看都留有记录。")
    ResponseEntity<ComplaintView> one(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        ComplaintView whole = views.whole(viewing.view(number, staff), staff);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(whole);
    }

    @GetMapping("/{number}/pictures/{position}")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "查看投诉图片",
            description = "图片可能含个人信息：每次查看都留有记录，浏览器不缓存。尚未取回、未能取回或投诉人已撤回授权的，答复 404。")
    ResponseEntity<byte[]> picture(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @PathVariable int position) {
        PictureContent picture = viewing.picture(number, position, staff);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .contentType(MediaType.parseMediaType(picture.type().mediaType()))
                .body(picture.bytes());
    }

    private static ComplaintKey key(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        Matcher key = KEY.matcher(text);
        try {
            if (key.matches()) {
                return new ComplaintKey(
                        key.group(1) == null ? null : LocalDate.parse(key.group(1)), Long.parseLong(key.group(2)));
            }
        } catch (DateTimeException e) {
            // Answered below, like every other key that was not ours.
        }
        parameters.flaw("after", "parameter.after");
        return null;
    }

    private static String text(ComplaintKey key) {
        return (key.dueOn() == null ? "" : key.dueOn()) + "_" + key.id();
    }
}
