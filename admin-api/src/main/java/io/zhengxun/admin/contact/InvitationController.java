package io.zhengxun.admin.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.InvitingContact;
import io.zhengxun.registry.contact.InvitingContact.Issued;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inviting a contact to bind WeChat, by a QR code that is shown once. */
@RestController
@RequestMapping("/api/contacts/{id}/invitation")
@Tag(name = "通知联系人")
class InvitationController {

    private final InvitingContact inviting;
    private final InvitationCodes codes;
    private final OnceOnly onceOnly;

    InvitationController(InvitingContact inviting, InvitationCodes codes, OnceOnly onceOnly) {
        this.inviting = inviting;
        this.codes = codes;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "绑定邀请")
    record InvitationView(
            @Schema(description = "有效期至", example = "2026-11-26T10:15:30+08:00") String expiresAt,
            @Schema(description = "二维码图片的地址（微信）") String qrImage,
            @Schema(description = "二维码的内容，可自行生成图片") String qrContent) {

        /** Who has the code can be bound: it must not get into a log. */
        @Override
        public String toString() {
            return "InvitationView";
        }
    }

    @PostMapping
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(
            summary = "生成绑定二维码",
            description = "二维码只能使用一次，只在本次返回时显示；再次生成时，此前的作废。请当面或以可信的方式交给联系人本人。"
                    + "502 wechat-away：微信暂时无法生成二维码，稍后重试即可。")
    ResponseEntity<InvitationView> invite(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        Issued issued = onceOnly.run(key, Issued.class, () -> inviting.invite(id, staff));
        // After the commit: WeChat may take its time, or not answer; a repetition with the same key asks it again.
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(codes.of(id, issued));
    }

    @DeleteMapping
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(summary = "撤回邀请", description = "未使用的二维码作废；没有可用的邀请时不变。")
    ResponseEntity<Void> revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id) {
        inviting.revoke(id, staff);
        return ResponseEntity.noContent().build();
    }
}
