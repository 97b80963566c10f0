package io.zhengxun.admin.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.contact.ContactForm;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.contact.NewContact;
import io.zhengxun.registry.contact.SeenContact;
import io.zhengxun.registry.notice.Channel;
import java.util.List;
import java.util.Set;

/** What is sent about contacts. None of it may get into a log. */
final class ContactForms {

    private ContactForms() {}

    @Schema(name = "通知联系人登记")
    record Adding(
            @Schema(description = "评价机构的编号前缀；评价机构登记本机构的联系人、技能中心登记本中心的联系人时不填", example = "S000044010001")
                    String institution,
            @Schema(description = "技能中心的行政区划代码；管理员登记技能中心的联系人时填写", example = "440100") String centre,
            @Schema(description = "姓名") String name,
            @Schema(description = "职责，至少一项：RETURNS 退回通知，DEADLINES 期限提醒") Set<Duty> duties,
            @Schema(description = "通知方式，按先后；不填的依次为 TEMPLATE、SUBSCRIPTION、EMAIL、SMS") List<Channel> channels,
            @Schema(description = "电子邮箱，可不填") String email,
            @Schema(description = "手机号，可不填") String mobile,
            @Schema(description = "本人账号的用户名；技能中心的联系人必填") String username) {

        NewContact contact() {
            return new NewContact(
                    institution == null || institution.isBlank() ? null : institution.strip(),
                    centre == null || centre.isBlank() ? null : centre.strip(),
                    new ContactForm(name, duties, channels, email, mobile, username));
        }

        @Override
        public String toString() {
            return "Adding";
        }
    }

    @Schema(name = "通知联系人变更")
    record Change(
            @Schema(description = "姓名") String name,
            @Schema(description = "职责，至少一项：RETURNS 退回通知，DEADLINES 期限提醒") Set<Duty> duties,
            @Schema(description = "通知方式，按先后；不填的依次为 TEMPLATE、SUBSCRIPTION、EMAIL、SMS") List<Channel> channels,
            @Schema(description = "电子邮箱；不填的即为没有") String email,
            @Schema(description = "手机号；不填的即为没有") String mobile,
            @Schema(description = "本人账号的用户名") String username,
            @Schema(description = "查看时的版本") Integer version) {

        ContactForm form() {
            return new ContactForm(name, duties, channels, email, mobile, username);
        }

        SeenContact seen(long id) {
            return new SeenContact(id, SeenVersion.of(version));
        }

        @Override
        public String toString() {
            return "Change";
        }
    }

    @Schema(name = "结束通知联系人")
    record Ending(@Schema(description = "查看时的版本") Integer version) {

        SeenContact seen(long id) {
            return new SeenContact(id, SeenVersion.of(version));
        }
    }
}
