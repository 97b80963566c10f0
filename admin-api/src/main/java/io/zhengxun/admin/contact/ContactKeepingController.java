package io.zhengxun.admin.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.AddingContact;
import io.zhengxun.registry.contact.ChangingContact;
import io.zhengxun.registry.contact.EndingContact;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adding contacts, changing, handing over and ending them. Whose they are decides who may, beside the role. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "通知联系人")
class ContactKeepingController {

    private final AddingContact adding;
    private final ChangingContact changing;
    private final EndingContact ending;
    private final OnceOnly onceOnly;
    private final ContactViews views;

    ContactKeepingController(
            AddingContact adding, ChangingContact changing, EndingContact ending, OnceOnly onceOnly, ContactViews views) {
        this.adding = adding;
        this.changing = changing;
        this.ending = ending;
        this.onceOnly = onceOnly;
        this.views = views;
    }

    @PostMapping
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(
            summary = "登记通知联系人",
            description = "返回所有填写错误。登记后再生成绑定二维码；未绑定微信前，只通过邮箱和短信通知。"
                    + "评价机构登记本机构的，技能中心登记本中心和范围内评价机构的。")
    ResponseEntity<ContactView> add(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestBody ContactForms.Adding form,
            RequestKey key) {
        return created(key, () -> views.one(adding.add(form.contact(), staff), true));
    }

    @PostMapping("/{id}/successor")
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(
            summary = "登记接任人",
            description = "为接任人生成绑定二维码；接任人绑定的同时，原联系人结束，尚未送达的通知改发接任人。此前仍通知原联系人。")
    ResponseEntity<ContactView> addSuccessor(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody ContactForms.Change form,
            RequestKey key) {
        return created(key, () -> views.one(adding.addSuccessor(form.seen(id), form.form(), staff), true));
    }

    private ResponseEntity<ContactView> created(RequestKey key, Supplier<ContactView> act) {
        ContactView added = onceOnly.run(key, ContactView.class, act);
        return ResponseEntity.created(URI.create("/api/contacts/" + added.id())).body(added);
    }

    @PutMapping("/{id}")
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(summary = "修改通知联系人", description = "以所填的内容整个替换。换人须登记接任人。")
    ContactView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody ContactForms.Change form) {
        return views.one(changing.change(form.seen(id), form.form(), staff), true);
    }

    @PostMapping("/{id}/end")
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD,
        Role.ADMINISTRATOR
    })
    @Operation(summary = "解除绑定、结束联系人", description = "邀请同时作废，微信标识删除；不能恢复，需要的请另行登记。")
    ContactView end(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody ContactForms.Ending form) {
        return views.one(ending.end(form.seen(id), staff), true);
    }
}
