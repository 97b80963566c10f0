package io.zhengxun.bot.page;

import io.zhengxun.wechat.PageSigning;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A page in the making. Every text is escaped on its way in, whoever wrote it; there is no way in for markup. */
final class Html {

    private final StringBuilder body = new StringBuilder();
    private boolean askingConsent;

    Html heading(String title, String below) {
        return add("<header><h1>").text(title).add("</h1><p>").text(below).add("</p></header>");
    }

    Html line(String label, String value) {
        return add("<dl><dt>").text(label).add("</dt><dd>").text(value).add("</dd></dl>");
    }

    /** What matters most on the page. */
    Html emphasis(String words) {
        return add("<p class=\"emphasis\">").text(words).add("</p>");
    }

    Html paragraph(String words) {
        return add("<p class=\"words\">").text(words).add("</p>");
    }

    Html subheading(String words) {
        return add("<h2>").text(words).add("</h2>");
    }

    /** @param mark a few words at the right */
    Html item(String title, String below, Mark mark) {
        return add("<div class=\"item\"><div><h3>").text(title).add("</h3><p>").text(below)
                .add("</p></div><strong class=\"" + mark.tone().css() + "\">").text(mark.words()).add("</strong></div>");
    }

    record Mark(String words, Tone tone) {

        static final Mark NONE = new Mark("", Tone.QUIET);
    }

    enum Tone {
        QUIET,
        SOON,
        LATE;

        private String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param token that shows where the form comes from */
    Html button(String action, String token, String words) {
        return add("<form method=\"post\" action=\"").text(action).add("\"><input type=\"hidden\" name=\"token\" value=\"")
                .text(token).add("\"><button>").text(words).add("</button></form>");
    }

    /** @param address seen from the page */
    Html link(String address, String words) {
        return add("<p class=\"words\"><a href=\"").text(address).add("\">").text(words).add("</a></p>");
    }

    Html footnote(String words) {
        return add("<footer>").text(words).add("</footer>");
    }

    /** WeChat's own button, which asks for consent to one message more; nothing outside of WeChat. */
    Html consentTag(String templateId, PageSigning.Signature signature, String words) {
        askingConsent = true;
        return add("<div class=\"consent\"><wx-open-subscribe id=\"consent\" template=\"").text(templateId)
                .add("\" data-app-id=\"").text(signature.appId())
                .add("\" data-timestamp=\"" + signature.timestamp())
                .add("\" data-nonce=\"").text(signature.nonce())
                .add("\" data-signature=\"").text(signature.value())
                .add("\"><script type=\"text/wxtag-template\" slot=\"style\"><style>button{width:100%;min-height:48px;border:0;"
                        + "border-radius:8px;background:#f2f2f2;color:#06ad56;font-size:16px}</style></script>"
                        + "<script type=\"text/wxtag-template\"><button>")
                .text(words)
                .add("</button></script></wx-open-subscribe></div>"
                        + "<script src=\"https://res.wx.qq.com/open/js/jweixin-1.6.0.js\" defer></script>"
                        + "<script src=\"../consent.js\" defer></script>");
    }

    /** @param style address of the style sheet, seen from the page */
    Page page(String title, String style) {
        String head = "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<meta name=\"format-detection\" content=\"telephone=no\"><title>" + HtmlUtils.htmlEscape(title)
                + "</title><link rel=\"stylesheet\" href=\"" + HtmlUtils.htmlEscape(style) + "\"></head><body><main>";
        byte[] html = (head + body + "</main></body></html>\n").getBytes(StandardCharsets.UTF_8);
        return new Page(html, askingConsent);
    }

    private Html add(String markup) {
        body.append(markup);
        return this;
    }

    private Html text(String words) {
        body.append(HtmlUtils.htmlEscape(words, "UTF-8"));
        return this;
    }
}
