package io.zhengxun.bot.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes passive replies as WeChat reads them. */
public final class ReplyXml {

    /** WeChat's older documents limit a text to this; the present ones name no limit. */
    static final int MOST_BYTES = 2048;

    private static final String CUT = "…";

    private ReplyXml() {}

    /** A text reply to the sender of a message, cut on a character when it is too long for WeChat. */
    public static byte[] text(InboundMessage to, String content, Instant now) {
        String xml = "<xml>" + element("ToUserName", to.from().value())
                + element("FromUserName", to.toUser())
                + "<CreateTime>" + now.getEpochSecond() + "</CreateTime>"
                + element("MsgType", "text")
                + element("Content", shortened(writable(content)))
                + "</xml>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** An encrypted reply around a plain one. */
    public static byte[] encrypted(String cipherText, String signature, Instant now, String nonce) {
        String xml = "<xml>" + element("Encrypt", cipherText)
                + element("MsgSignature", signature)
                + "<TimeStamp>" + now.getEpochSecond() + "</TimeStamp>"
                + element("Nonce", nonce)
                + "</xml>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String value) {
        // Else the text "]]>" would end the section in the middle of what a person wrote.
        return "<" + name + "><![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }

    /** Without the characters that XML cannot carry: one of them and WeChat shows "service unavailable". */
    private static String writable(String content) {
        StringBuilder kept = new StringBuilder(content.length());
        content.codePoints().filter(ReplyXml::isXmlCharacter).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isXmlCharacter(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static String shortened(String content) {
        if (content.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return content;
        }
        int room = MOST_BYTES - CUT.getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        while (end < content.length()) {
            int c = content.codePointAt(end);
            room -= utf8Length(c);
            if (room < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return content.substring(0, end) + CUT;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
