package io.zhengxun.bot.complaint;

import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintEntry;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.understanding.field.Masking;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the dialogs say; the words stand in {@code messages/bot.properties}. A reply holds at most 2048 bytes of UTF-8. */
@Component
class ComplaintWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    /** Of what the person wrote, in the summary. */
    private static final String HALF = ",?!;:";
    private static final String FULL = "，？！；：";
    private static final Pattern HALF_WIDTH = Pattern.compile("(?<=\\p{IsHan})[,?!;:]");
    private static final int MOST_ECHOED = 200;
    private static final int MOST_ANSWER_BYTES = 1600;

    private final MessageSource messages;

    ComplaintWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("bot.complaint." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    String category(ComplaintCategory category) {
        return label("complaint.category." + category);
    }

    String state(Complaint complaint) {
        return label("complaint.state." + complaint.state());
    }

    String refused(Refusal refusal) {
        return messages.getMessage(refusal, Locale.SIMPLIFIED_CHINESE);
    }

    private String label(String code) {
        return messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A tap on it sends the content as the person's own message (wechat-platform 3). */
    static String tap(String content, String label) {
        return "<a href=\"weixin://bizmsgmenu?msgmenucontent=" + URLEncoder.encode(content, StandardCharsets.UTF_8)
                + "&msgmenuid=complaint\">" + label + "</a>";
    }

    /** What somebody wrote, shown to that person: without numbers and names, and as no link (Q3). */
    static String echoed(String text) {
        String masked = fullWidth(Masking.mask(text));
        int length = masked.codePointCount(0, masked.length());
        return plain(length <= MOST_ECHOED
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, MOST_ECHOED)) + "……");
    }

    /** One that is filed, with its last answer. */
    String shown(Complaint complaint, ComplaintEntry answer) {
        StringBuilder shown = new StringBuilder(of(
                "status", complaint.number(), category(complaint.category()),
                day(LegalTime.dayOf(complaint.filedAt())), state(complaint)));
        if (complaint.isOpen() && complaint.dueOn() != null) {
            shown.append(of(complaint.answeredAt() == null ? "status.answer-due" : "status.close-due",
                    day(complaint.dueOn())));
        }
        if (answer != null) {
            shown.append(of("status.answer", day(LegalTime.dayOf(answer.at())), plain(fitting(answer.text()))));
        }
        return shown.toString();
    }

    private static String fitting(String text) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            bytes += Character.toString(next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_ANSWER_BYTES) {
                return text.substring(0, end) + "……";
            }
            end += Character.charCount(next);
        }
        return text;
    }

    /** Chinese signs again behind Chinese characters: what is masked was levelled before. */
    private static String fullWidth(String levelled) {
        return HALF_WIDTH.matcher(levelled).replaceAll(sign -> FULL.substring(HALF.indexOf(sign.group()), HALF.indexOf(sign.group()) + 1));
    }

    private static String plain(String text) {
        return text.replace('<', '＜').replace('>', '＞');
    }

    /** A short answer without signs and blanks, full width levelled. */
    static String bare(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}，。！？、~～“”：；]", "");
    }
}
