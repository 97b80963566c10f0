package io.zhengxun.bot.own;

import io.zhengxun.bot.dialog.ReplyLines;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.bot.own.KeptData.Kept;
import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.identity.BoundIdentity;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words about one's own data: the messages {@code bot.own.…}. */
@Component
class OwnText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    /** For what can be done, at the end of the list. */
    private static final int RESERVE = 700;

    private final MessageSource messages;

    OwnText(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("bot.own." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** What is kept, masked, and what can be done about it. */
    String kept(Kept kept) {
        if (kept.isNothing()) {
            return of("kept.nothing", tap("绑定身份"));
        }
        ReplyLines lines = new ReplyLines(of("kept"), RESERVE);
        lines.add(kept.identity().map(this::identity).orElseGet(() -> of("kept.no-identity")));
        for (AwaitedCertificate awaited : kept.awaited()) {
            lines.add(of("kept.awaited", awaited.number(), awaited.occupation(), awaited.level().label()));
        }
        for (Complaint complaint : kept.complaints()) {
            lines.add(of("kept.complaint", complaint.number(), word("complaint.state." + complaint.state())));
        }
        kept.consultation().ifPresent(open ->
                lines.add(of("kept.consultation", open.number(), word("consultation.state." + open.state()))));
        if (!kept.contactOf().isEmpty()) {
            lines.add(of("kept.contact", String.valueOf(kept.contactOf().size())));
        }
        String identityTap = tap(kept.identity().isPresent() ? "解绑身份" : "绑定身份");
        return lines.end(of("kept.end", taps(List.of(identityTap, tap("导出我的信息"), tap("删除我的信息")))));
    }

    String masked(BoundIdentity identity) {
        return of("masked", identity.holder().name().masked(), identity.holder().idNumber().masked());
    }

    String tap(String words) {
        return Tap.of(words, words, "own");
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(LegalTime.ZONE));
    }

    private String identity(BoundIdentity identity) {
        return of("kept.identity", masked(identity), minute(identity.consentedAt()));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static String taps(List<String> taps) {
        return taps.stream().map(tap -> "· " + tap).collect(Collectors.joining("\n"));
    }
}
