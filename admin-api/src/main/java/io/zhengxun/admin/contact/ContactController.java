package io.zhengxun.admin.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactFilter;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contacts within a person's scope. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "通知联系人", description = "评价机构和技能中心的通知联系人，及其微信绑定")
class ContactController {

    private static final List<Column<ContactView>> COLUMNS = List.of(
            new Column<>("institution", 36, ContactView::institution),
            new Column<>("prefix", 16, ContactView::numberPrefix),
            new Column<>("centre", 30, ContactView::centre),
            new Column<>("name", 12, ContactView::name),
            new Column<>("username", 16, ContactView::username),
            new Column<>("duties", 22, ContactView::dutiesText),
            new Column<>("email", 24, ContactView::email),
            new Column<>("mobile", 16, ContactView::mobile),
            new Column<>("state", 10, ContactView::stateText),
            new Column<>("bound", 26, ContactView::boundAt),
            new Column<>("unfollowed", 26, ContactView::unfollowedAt),
            new Column<>("ended", 26, ContactView::endedAt));

    private final Contacts contacts;
    private final Institutions institutions;
    private final Regions regions;
    private final ContactViews views;

    ContactController(Contacts contacts, Institutions institutions, Regions regions, ContactViews views) {
        this.contacts = contacts;
        this.institutions = institutions;
        this.regions = regions;
        this.views = views;
    }

    @Schema(name = "通知联系人列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ContactView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @GetMapping
    @AnyStaff
    @Operation(
            summary = "本账号范围内的通知联系人，新登记的在前",
            description = "邮箱、手机号遮盖。unfollowed=true 只列已取消关注公众号、微信通知送不到的联系人。"
                    + "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ContactListRequest typed,
            HttpServletRequest request) {
        ContactFilter filter = filter(typed, request, staff);
        List<Contact> found = contacts.page(filter.next(filter.before(), filter.limit() + 1));
        List<Contact> shown = found.subList(0, Math.min(filter.limit(), found.size()));
        return new Page(
                views.lines(shown),
                found.size() > filter.limit() ? String.valueOf(shown.get(filter.limit() - 1).id()) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyStaff
    ListSheet<ContactView> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ContactListRequest typed,
            HttpServletRequest request) {
        ContactFilter filter = filter(typed, request, staff);
        return new ListSheet<>("contacts", COLUMNS, Pages.by(
                filter.before(), ContactView::id, (before, most) -> views.lines(contacts.page(filter.next(before, most)))));
    }

    @GetMapping("/{id}")
    @AnyStaff
    @Operation(summary = "查看通知联系人", description = "可维护该联系人的人员看到完整的邮箱和手机号，其他人员看到的遮盖。")
    ContactView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id) {
        Contact contact = contacts.visible(id, staff.scope());
        return views.one(contact, contact.isKeptBy(staff));
    }

    private ContactFilter filter(ContactListRequest typed, HttpServletRequest request, Staff staff) {
        Parameters parameters = new Parameters(request, ContactListRequest.class);
        Long institution = institution(parameters, typed.institution(), staff);
        String centre = parameters.text(typed.centre());
        if (centre != null && regions.find(centre).isEmpty()) {
            parameters.flaw("centre", "parameter.region");
        }
        Contact.State state = parameters.one("state", typed.state(), Contact.State.class);
        boolean unfollowed = parameters.yes("unfollowed", typed.unfollowed());
        String after = parameters.text(typed.after());
        if (after != null && !after.matches("[0-9]{1,18}")) {
            parameters.flaw("after", "parameter.after");
        }
        int limit = parameters.limit(typed.limit(), 50, 200);
        parameters.refuseIfWrong();
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return new ContactFilter(staff.scope(), institution, centre, state, unfollowed, before, limit);
    }

    private Long institution(Parameters parameters, String typed, Staff staff) {
        String prefix = parameters.text(typed);
        if (prefix == null) {
            return null;
        }
        Long found = institutions.findByNumberPrefix(prefix).filter(staff.scope()::covers).map(Institution::id).orElse(null);
        if (found == null) {
            parameters.flaw("institution", "parameter.no-institution");
        }
        return found;
    }
}
