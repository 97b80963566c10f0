package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.problem.NotFound;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.desk.ChannelSetups;
import io.zhengxun.registry.notice.desk.ChannelSetups.Setup;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.registry.notice.text.NoticeText;
import io.zhengxun.registry.notice.text.NoticeTexts;
import io.zhengxun.registry.notice.text.PlatformFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each kind of notice says, shown with invented data, and through which channels it can go. */
@RestController
@RequestMapping("/api/notice-templates")
@Tag(name = "通知")
class NoticeTemplateController {

    private final NoticeTexts texts;
    private final ChannelSetups setups;
    private final NoticeWords words;

    NoticeTemplateController(NoticeTexts texts, ChannelSetups setups, NoticeWords words) {
        this.texts = texts;
        this.setups = setups;
        this.words = words;
    }

    @Schema(name = "通知模板列表")
    record Templates(List<View> items) {}

    @Schema(name = "通知模板")
    record View(
            @Schema(example = "RETURN") String kind,
            String kindText,
            @Schema(description = "示例数据：机构、编号均为虚构") Map<String, String> sample,
            String title,
            @Schema(description = "电子邮件") Mail email,
            @Schema(description = "短信（不含签名和链接）") String sms,
            @Schema(description = "各渠道：是否已配置，模板各字段将发送的内容") List<OfChannel> channels) {}

    @Schema(name = "通知模板（电子邮件）")
    record Mail(String subject, String body) {}

    @Schema(name = "通知模板（渠道）")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfChannel(
            @Schema(example = "TEMPLATE") String channel,
            String channelText,
            @Schema(description = "通知程序是否已配置该渠道及模板；通知程序从未启动的不显示") Boolean configured,
            @Schema(description = "通知程序最近一次启动时告知") String toldAt,
            @Schema(description = "模板字段及其内容；没有模板的渠道不显示") Map<String, String> fields) {}

    @GetMapping
    @Allowed({
        Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR
    })
    @Operation(summary = "预览全部通知模板", description = "以虚构的示例数据填写，与实际发送的一致；并列出各渠道是否已配置。")
    Templates all() {
        List<Setup> told = setups.all();
        return new Templates(Arrays.stream(NoticeKind.values()).map(kind -> view(kind, told)).toList());
    }

    @GetMapping("/{kind}")
    @Allowed({
        Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR
    })
    @Operation(summary = "预览一种通知的模板")
    View one(@PathVariable String kind) {
        return Arrays.stream(NoticeKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> view(known, setups.all()))
                .orElseThrow(NotFound::new);
    }

    private View view(NoticeKind kind, List<Setup> told) {
        Map<String, String> sample = NoticeSamples.of(kind);
        NoticeText text = texts.of(kind, sample);
        return new View(
                kind.name(),
                words.kind(kind),
                sample,
                text.title(),
                new Mail(text.subject(), text.body()),
                text.sms(),
                Arrays.stream(Channel.values()).map(channel -> channel(channel, text, told)).toList());
    }

    private OfChannel channel(Channel channel, NoticeText text, List<Setup> told) {
        Setup setup = told.stream()
                .filter(one -> one.channel() == channel && one.kind() == text.kind())
                .findFirst()
                .orElse(null);
        return new OfChannel(
                channel.name(),
                words.channel(channel),
                setup == null ? null : setup.configured(),
                setup == null ? null : NoticeView.moment(setup.toldAt()),
                setup == null || setup.fields().isEmpty() ? null : PlatformFields.of(text, setup.fields()));
    }
}
