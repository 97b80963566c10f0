package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.ChannelStop;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import io.zhengxun.registry.notice.delivery.PausedChannel;
import io.zhengxun.registry.notice.desk.LiftingStops;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Channels, or templates on them, that the platform refused: they go on only after a person acted. */
@RestController
@RequestMapping("/api/channel-stops")
@Tag(name = "通知")
class ChannelStopController {

    private static final int MOST = 100;

    private final ChannelStops stops;
    private final ChannelPauses pauses;
    private final LiftingStops lifting;
    private final NoticeWords words;
    private final OnceOnly onceOnly;

    ChannelStopController(
            ChannelStops stops, ChannelPauses pauses, LiftingStops lifting, NoticeWords words, OnceOnly onceOnly) {
        this.stops = stops;
        this.pauses = pauses;
        this.lifting = lifting;
        this.words = words;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "渠道暂停")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            @Schema(example = "TEMPLATE") String channel,
            String channelText,
            @Schema(description = "暂停的通知种类；整个渠道暂停的不显示", example = "RETURN") String kind,
            String kindText,
            @Schema(example = "40037") String code,
            @Schema(example = "模板不存在或不属于本账号（40037）") String codeText,
            String since,
            @Schema(description = "解除的时间；仍在暂停的不显示") String liftedAt,
            @Schema(description = "解除者的用户名") String liftedBy) {

        static View of(ChannelStop stop, NoticeWords words) {
            return new View(
                    stop.id(),
                    stop.channel().name(),
                    words.channel(stop.channel()),
                    stop.kind() == null ? null : stop.kind().name(),
                    stop.kind() == null ? null : words.kind(stop.kind()),
                    stop.code(),
                    words.cause(stop.code()),
                    NoticeView.moment(stop.since()),
                    NoticeView.moment(stop.liftedAt()),
                    stop.liftedBy());
        }
    }

    @Schema(name = "渠道等待额度")
    record Pause(
            @Schema(example = "TEMPLATE") String channel,
            String channelText,
            @Schema(example = "45009") String code,
            @Schema(example = "当日调用额度已用完（45009）") String codeText,
            String since,
            @Schema(description = "届时自动再试") String until) {

        static Pause of(PausedChannel pause, NoticeWords words) {
            return new Pause(
                    pause.channel().name(),
                    words.channel(pause.channel()),
                    pause.code(),
                    words.cause(pause.code()),
                    NoticeView.moment(pause.since()),
                    NoticeView.moment(pause.until()));
        }
    }

    @Schema(name = "渠道暂停列表")
    record Stops(
            @Schema(description = "额度用完、正在等待的渠道：自动恢复，无须解除") List<Pause> pauses, List<View> items) {}

    @GetMapping
    @Allowed({
        Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR
    })
    @Operation(summary = "列出渠道和模板的暂停", description = "平台拒绝了模板或账号时自动暂停。新的在前，最多 100 条，包括已解除的。额度用完的另列于 pauses。")
    Stops stops() {
        return new Stops(
                pauses.lasting().stream().map(pause -> Pause.of(pause, words)).toList(),
                stops.latest(MOST).stream().map(stop -> View.of(stop, words)).toList());
    }

    @PostMapping("/{id}/lift")
    @Allowed({Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "解除暂停", description = "问题解决后解除；因此搁置的通知随即发送。")
    View lift(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        return onceOnly.run(key, View.class, () -> View.of(lifting.lift(id, staff), words));
    }
}
