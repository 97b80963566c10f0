package io.zhengxun.standalone.simulator.chat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a reply's text apart as WeChat does (wechat-platform.md 3): links are the only mark-up, everything else is shown as
 * it is written. The page receives parts and never any mark-up, so nothing in a reply can become an element of it.
 */
final class RichText {

    /** Tags without a ">" inside of quotes; quantifiers are possessive, so that no text takes long. */
    private static final Pattern LINK = Pattern.compile(
            "<a\\s++href\\s*+=\\s*+(?:\"([^\"<>]*+)\"|'([^'<>]*+)')[^<>]*+>([^<]*+)</a>"
                    + "|(https?://[\\w\\-.~:/?#\\[\\]@!$&()*+,;=%]++)",
            Pattern.CASE_INSENSITIVE);
    private static final String MENU = "weixin://bizmsgmenu?";

    private RichText() {}

    static List<Part> parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int done = 0;
        while (link.find()) {
            Optional<Part> part = link.group(4) == null ? tag(link) : bare(link.group(4));
            if (part.isPresent()) {
                addText(parts, text.substring(done, link.start()));
                parts.add(part.get());
                done = link.end();
            }
        }
        addText(parts, text.substring(done));
        return parts;
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(Part.text(text));
        }
    }

    private static Optional<Part> bare(String address) {
        return web(address, address);
    }

    private static Optional<Part> tag(Matcher link) {
        String target = (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&").strip();
        String label = link.group(3);
        return target.startsWith(MENU) ? menu(target.substring(MENU.length()), label) : web(target, label);
    }

    private static Optional<Part> menu(String query, String label) {
        String content = "";
        String menuId = "";
        for (String pair : query.split("&")) {
            if (pair.startsWith("msgmenucontent=")) {
                content = decoded(pair.substring("msgmenucontent=".length()));
            } else if (pair.startsWith("msgmenuid=")) {
                menuId = decoded(pair.substring("msgmenuid=".length()));
            }
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(new Part(Part.Kind.MENU, label, content, menuId));
    }

    /** Only pages of the web: no {@code javascript:}, {@code data:} or files. */
    private static Optional<Part> web(String target, String label) {
        try {
            URI address = URI.create(target);
            String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && address.getRawAuthority() != null;
            return web ? Optional.of(new Part(Part.Kind.LINK, label, address.toString(), "")) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
