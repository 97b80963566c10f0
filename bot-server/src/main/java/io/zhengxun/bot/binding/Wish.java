package io.zhengxun.bot.binding;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wants about a binding; typed, spoken or tapped. Only whole messages count: these words within others are
 * questions.
 *
 * @param contactId the one that is meant; null for all
 */
record Wish(Kind kind, Long contactId) {

    enum Kind {
        CONFIRM("确认绑定|同意绑定|確認綁定"),
        LOOK("绑定|我的绑定|查看绑定|机构绑定|绑定机构|綁定|我的綁定"),
        UNBIND("解绑|解除绑定|取消绑定|我要解绑|我要解除绑定|解綁|解除綁定|取消綁定"),
        CONFIRM_UNBINDING("(?:确认解绑|确认解除绑定|確認解綁)(?<id>[0-9]{1,18})?");

        private final Pattern words;

        Kind(String words) {
            this.words = Pattern.compile(words);
        }
    }

    private static final int LONGEST = 40;
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\p{C}]+");

    /** Empty if the message is about something else. */
    static Optional<Wish> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String words = SIGNS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.words.matcher(words);
            if (matcher.matches()) {
                return Optional.of(new Wish(kind, kind == Kind.CONFIRM_UNBINDING ? id(matcher) : null));
            }
        }
        return Optional.empty();
    }

    private static Long id(Matcher matcher) {
        return matcher.group("id") == null ? null : Long.valueOf(matcher.group("id"));
    }
}
