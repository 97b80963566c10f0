package io.zhengxun.admin.notice;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.desk.OrderedNotice;
import io.zhengxun.registry.notice.desk.PhoneCall;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import io.zhengxun.registry.submission.review.Remark;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What people fill in when they act on a notice. */
final class NoticeForms {

    private static final int LONGEST_REASON = 200;

    private NoticeForms() {}

    @Schema(name = "重发通知")
    record Resending(@Schema(description = "所见的版本", example = "2") Integer version) {

        OrderedNotice ordered(long id) {
            return new OrderedNotice(id, SeenVersion.of(version));
        }
    }

    @Schema(name = "取消通知")
    record Cancelling(
            @Schema(description = "所见的版本", example = "2") Integer version,
            @Schema(description = "原因，最多 200 字", example = "机构已自行更正") String reason) {

        OrderedNotice ordered(long id) {
            return new OrderedNotice(id, SeenVersion.of(version));
        }

        /** @throws FieldsRefused if it cannot be used */
        String why() {
            List<FieldFlaw> flaws = new ArrayList<>();
            String why = text(flaws, "reason", reason, LONGEST_REASON);
            if (why.isEmpty()) {
                flaws.add(FieldFlaw.of("reason", "required"));
            }
            FieldsRefused.throwIfAny("W4", flaws);
            return why;
        }
    }

    @Schema(name = "登记电话通知")
    record Calling(
            @Schema(description = "所见的版本", example = "2") Integer version,
            @Schema(description = "接听人，最多 30 字", example = "王某某") String person,
            @Schema(description = "通话时间（北京时间），不早于事项发生之时、不晚于现在", example = "2026-11-23T10:20") String calledAt,
            @Schema(description = "说明，最多 120 字") String note) {

        OrderedNotice ordered(long id) {
            return new OrderedNotice(id, SeenVersion.of(version));
        }

        /**
         * @param notice of which was told
         * @throws FieldsRefused with every field that cannot be used
         */
        PhoneCall call(Notice notice, Instant now) {
            List<FieldFlaw> flaws = new ArrayList<>();
            String who = text(flaws, "person", person, PhoneCall.LONGEST_PERSON);
            if (who.isEmpty() || !VisibleText.holdsLine(who)) {
                flaws.add(FieldFlaw.of("person", who.isEmpty() ? "required" : "one-line"));
            }
            String remark = text(flaws, "note", note, PhoneCall.LONGEST_NOTE);
            Instant at = moment(calledAt);
            if (at == null) {
                flaws.add(FieldFlaw.of("calledAt", "notice.called-unreadable"));
            } else if (at.isAfter(now)) {
                flaws.add(FieldFlaw.of("calledAt", "notice.called-later"));
            } else if (at.isBefore(notice.occurredAt().truncatedTo(ChronoUnit.MINUTES))) {
                // A call is known to the minute.
                flaws.add(FieldFlaw.of("calledAt", "notice.called-earlier", NoticeView.moment(notice.occurredAt())));
            }
            FieldsRefused.throwIfAny("T4", flaws);
            return new PhoneCall(who, at, remark);
        }

        /** With an offset, or else by the clock on the wall. */
        private static Instant moment(String typed) {
            String text = typed == null ? "" : typed.strip();
            try {
                return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(LegalTime.ZONE).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** Without the name: frameworks log what they read. */
        @Override
        public String toString() {
            return "Calling";
        }
    }

    private static String text(List<FieldFlaw> flaws, String field, String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            flaws.add(FieldFlaw.of(field, "too-long", String.valueOf(longest)));
        } else {
            Remark.flaw(field, text).ifPresent(flaws::add);
        }
        return text;
    }
}
