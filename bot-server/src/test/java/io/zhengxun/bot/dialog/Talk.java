package io.zhengxun.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.Understanding;
import io.zhengxun.wechat.OpenId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person in one dialog, understood as in production; every reply is one that WeChat takes. */
public final class Talk {

    private static final Understanding UNDERSTANDING = Understanding.load(1);
    private static final Pattern TAP = Pattern.compile("msgmenucontent=([^&\"]+)&msgmenuid=[a-z]+\">([^<]+)</a>");

    private final GuidedDialog dialog;
    private final OpenId person;
    private Optional<DialogState> state = Optional.empty();
    private String last = "";

    public Talk(GuidedDialog dialog, OpenId person) {
        this.dialog = dialog;
        this.person = person;
    }

    public static Said said(OpenId person, String text) {
        return new Said(person, text, UNDERSTANDING.read(text), Optional.empty());
    }

    /** Begins the dialog, or goes on with it. */
    public String say(String text) {
        Said said = said(person, text);
        Step step = state.map(at -> dialog.next(at, said)).orElseGet(() -> dialog.begin(said));
        state = step.next();
        last = step.reply();
        assertThat(last.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(last).doesNotContain("{0}", "{1}", "null").isNotBlank();
        return last;
    }

    /** Taps on the words of that label in the last reply: the first, if there are several. */
    public String tap(String label) {
        return say(contentOf(label));
    }

    /** What a tap sends. */
    public String contentOf(String label) {
        Matcher tap = TAP.matcher(last);
        while (tap.find()) {
            if (tap.group(2).equals(label)) {
                return URLDecoder.decode(tap.group(1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + label + " in: " + last);
    }

    public Optional<DialogState> state() {
        return state;
    }
}
