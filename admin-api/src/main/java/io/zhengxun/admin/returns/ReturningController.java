package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.ReturningRows.Returned;
import io.zhengxun.registry.submission.returns.ReturningRows;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** City and province return rows of a batch under review (R2). */
@RestController
@RequestMapping("/api/submissions/{number}/return")
@Tag(name = "退回")
class ReturningController {

    private final ReturningRows returning;
    private final ReturnViews views;
    private final OnceOnly onceOnly;

    ReturningController(ReturningRows returning, ReturnViews views, OnceOnly onceOnly) {
        this.returning = returning;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "退回数据")
    record Form(
            @Schema(description = "所见的版本", example = "3") Integer version,
            @Schema(description = "对全部退回数据的说明，最多 500 字") String remark,
            @Schema(description = "退回的行；退回全部时不填") List<Row> rows,
            @Schema(description = "退回本批次尚未退回的全部数据", example = "false") Boolean all,
            @Schema(description = "退回全部时的原因代码", example = "EVIDENCE") String reason) {

        String text() {
            return remark == null ? "" : remark.strip();
        }

        /** @throws FieldsRefused with each place of the list that holds nothing */
        List<ReturnedRow> returned() {
            List<Row> given = rows == null ? List.of() : rows;
            FieldsRefused.throwIfAny("R2", IntStream.range(0, given.size())
                    .filter(place -> given.get(place) == null)
                    .mapToObj(place -> FieldFlaw.of("rows[" + place + "]", "required"))
                    .toList());
            return given.stream().map(Row::returned).toList();
        }
    }

    @Schema(name = "退回的一行")
    record Row(
            @Schema(description = "行号，与上报的表格一致", example = "17") Integer row,
            @Schema(description = "原因代码，见退回原因目录", example = "NAME") String reason,
            @Schema(description = "对该行的说明，最多 500 字") String remark) {

        /** What is not given is refused like what does not exist. */
        ReturnedRow returned() {
            return new ReturnedRow(
                    row == null ? 0 : row, reason == null ? "" : reason.strip(), remark == null ? "" : remark.strip());
        }
    }

    @Schema(name = "已退回")
    record Answer(
            @JsonProperty("return") ReturnView returned,
            @Schema(description = "批次的阶段；全部退回后为 RETURNED_BY_…") Stage stage,
            @Schema(description = "批次的新版本", example = "4") int version) {}

    @PostMapping
    @Allowed({Role.CITY_DATA_MANAGER, Role.PROVINCE_REVIEWER})
    @Operation(
            summary = "退回批次的部分或全部数据",
            description = "逐行注明原因；未退回的数据继续审核，全部退回时整批退回。有任何一行不能退回则全部不退回，逐行说明原因。")
    ResponseEntity<Answer> giveBack(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Form form,
            RequestKey key) {
        Answer answer = onceOnly.run(key, Answer.class, () -> answer(returned(number, form, staff), staff));
        return ResponseEntity.created(URI.create("/api/returns/" + answer.returned().number())).body(answer);
    }

    private Returned returned(String number, Form form, Staff staff) {
        Ordered ordered = new Ordered(number, SeenVersion.of(form.version()));
        if (!Boolean.TRUE.equals(form.all())) {
            return returning.returnRows(ordered, form.text(), form.returned(), staff);
        }
        if (form.rows() != null) {
            throw new FieldsRefused("R2", List.of(FieldFlaw.of("rows", "return.rows-and-all")));
        }
        return returning.returnAll(ordered, form.text(), form.reason() == null ? "" : form.reason().strip(), staff);
    }

    private Answer answer(Returned done, Staff staff) {
        return new Answer(views.whole(done.recorded(), staff), done.batch().stage(), done.batch().version());
    }
}
