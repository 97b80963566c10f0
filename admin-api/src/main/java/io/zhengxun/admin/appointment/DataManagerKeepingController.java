package io.zhengxun.admin.appointment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.appointment.Appointments;
import io.zhengxun.registry.appointment.HandingOver;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recording data managers, changing their details, handing their work over (W3). */
@RestController
@RequestMapping("/api/data-managers")
@Tag(name = "数据管理员")
class DataManagerKeepingController {

    private final Appointments appointments;
    private final HandingOver handingOver;
    private final OnceOnly onceOnly;

    DataManagerKeepingController(Appointments appointments, HandingOver handingOver, OnceOnly onceOnly) {
        this.appointments = appointments;
        this.handingOver = handingOver;
        this.onceOnly = onceOnly;
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.PROVINCE_LEAD})
    @Operation(summary = "登记数据管理员（附件2）", description = "返回所有填写错误。")
    ResponseEntity<DataManagerView> record(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestBody DataManagerForms.Recording form,
            RequestKey key) {
        DataManagerView recorded = onceOnly.run(
                key, DataManagerView.class, () -> DataManagerView.of(appointments.record(form.form(), staff), true));
        return ResponseEntity.created(URI.create("/api/data-managers/" + recorded.id())).body(recorded);
    }

    @PutMapping("/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.PROVINCE_LEAD})
    @Operation(summary = "修改数据管理员的信息", description = "换人须办理交接。")
    DataManagerView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody DataManagerForms.Change form) {
        return DataManagerView.of(appointments.change(id, form.details(), form.version(), staff), true);
    }

    @PostMapping("/{id}/hand-over")
    @Allowed({Role.ADMINISTRATOR, Role.PROVINCE_LEAD})
    @Operation(summary = "办理交接", description = "交出人在办的批次全部转给接任人，交接记入留痕。交出人的账号不因交接停用，须另行停用。")
    HandOverView handOver(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody DataManagerForms.HandingOver form,
            RequestKey key) {
        return onceOnly.run(
                key, HandOverView.class, () -> HandOverView.of(handingOver.handOver(id, form.form(), staff)));
    }
}
