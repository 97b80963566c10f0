package io.zhengxun.bot.dialog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words in a reply that people tap: WeChat sends the content as the person's own message (wechat-platform 3). Anybody can type it. */
public final class Tap {

    private static final String BEFORE = "<a href=\"weixin://bizmsgmenu?msgmenucontent=";

    private Tap() {}

    /** @param id tells WeChat's log which offer it was; letters and digits */
    public static String of(String label, String content, String id) {
        return BEFORE + encoded(content) + "&msgmenuid=" + id + "\">" + label + "</a>";
    }

    /** Whether a reply offers this content to be tapped. */
    public static boolean isOffered(String reply, String content) {
        return reply.contains(BEFORE + encoded(content) + "&");
    }

    /** Data in the chat's rich text: it must not become a link. */
    public static String plain(String data) {
        return data.replace('<', '＜').replace('>', '＞');
    }

    private static String encoded(String content) {
        return URLEncoder.encode(content, StandardCharsets.UTF_8);
    }
}
