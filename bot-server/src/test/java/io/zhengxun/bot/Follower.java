package io.zhengxun.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.menu.MenuKeys;
import io.zhengxun.understanding.intent.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a phone: what is sent goes signed and encrypted to the callback, and every reply is one that a phone can show. */
public final class Follower {

    private static final AtomicLong MESSAGE_IDS = new AtomicLong(7_000_000_000_000_000_000L);
    private static final Pattern TAP = Pattern.compile("msgmenucontent=([^&\"]+)&msgmenuid=[a-z]+\">([^<]+)</a>");
    private static final int MOST_BYTES = 2048;

    private final String openId;
    private final WeChat wechat;
    private volatile String last = "";

    public Follower(int port) {
        this("o" + UUID.randomUUID().toString().replace("-", ""), port);
    }

    private Follower(String openId, int port) {
        this.openId = openId;
        this.wechat = new WeChat(port);
    }

    /** Who followed a while ago. */
    public static Follower welcomed(int port) {
        Follower follower = new Follower(port);
        follower.follows();
        return follower;
    }

    public String openId() {
        return openId;
    }

    /** The same person, whose messages WeChat pushes to another instance. */
    public static Follower of(Follower person, int port) {
        return new Follower(person.openId, port);
    }

    public String follows() {
        return event("subscribe", "");
    }

    public String leaves() {
        return event("unsubscribe", "");
    }

    public String says(String text) {
        return pushes(written(text));
    }

    public String speaks(String recognition) {
        return pushes(message("voice", "<MediaId><![CDATA[m1]]></MediaId><Format><![CDATA[amr]]></Format><Recognition><![CDATA["
                + recognition + "]]></Recognition>"));
    }

    /** A picture, a video, a place, a link. */
    public String sends(String type, String more) {
        return pushes(message(type, more));
    }

    public String taps(Intent button) {
        return event("CLICK", MenuKeys.of(button));
    }

    /** Taps on the words of that label in the last reply. */
    public String taps(String label) {
        Matcher tap = TAP.matcher(last);
        while (tap.find()) {
            if (tap.group(2).equals(label)) {
                return says(URLDecoder.decode(tap.group(1), StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("no " + label + " in: " + last);
    }

    /** A text as WeChat pushes it, the same each time that it is pushed again. */
    public String written(String text) {
        return WeChat.text(openId, String.valueOf(MESSAGE_IDS.incrementAndGet()), text);
    }

    /** The reply's text; empty when WeChat was only told that the message arrived. */
    public String pushes(String xml) {
        try {
            last = read(wechat.send(wechat.encrypted(xml)));
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String read(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        if (response.body().equals("success")) {
            return "";
        }
        String shown = wechat.shown(response);
        // What is longer is cut, with this sign at its end.
        assertThat(shown).isNotBlank().doesNotContain("{0}", "{1}", "null").doesNotEndWith("…");
        assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
        return shown;
    }

    private String event(String event, String key) {
        return pushes("<xml><ToUserName><![CDATA[gh_test]]></ToUserName><FromUserName><![CDATA[" + openId + "]]></FromUserName>"
                // As a second is what tells two events apart.
                + "<CreateTime>" + (Instant.now().getEpochSecond() + MESSAGE_IDS.incrementAndGet() % 1_000_000) + "</CreateTime>"
                + "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + event + "]]></Event><EventKey><![CDATA[" + key
                + "]]></EventKey></xml>");
    }

    private String message(String type, String more) {
        return WeChat.text(openId, String.valueOf(MESSAGE_IDS.incrementAndGet()), "")
                .replace("<MsgType><![CDATA[text]]></MsgType>", "<MsgType><![CDATA[" + type + "]]></MsgType>")
                .replace("<Content><![CDATA[]]></Content>", more);
    }
}
