package io.zhengxun.bot.dialog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words in a reply that people tap: WeChat sends the content as the person's own message (wechat-platform 3). Anybody can type it. */
public final class Tap {

    private Tap() {}

    /** @param id tells WeChat's log which offer it was; letters and digits */
    public static String of(String label, String content, String id) {
        return "<a href=\"weixin://bizmsgmenu?msgmenucontent=" + URLEncoder.encode(content, StandardCharsets.UTF_8)
                + "&msgmenuid=" + id + "\">" + label + "</a>";
    }

    /** Data in the chat's rich text: it must not become a link. */
    public static String plain(String data) {
        return data.replace('<', '＜').replace('>', '＞');
    }
}
