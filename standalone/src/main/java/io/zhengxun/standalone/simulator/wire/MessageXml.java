package io.zhengxun.standalone.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a message as the platform does: strings in CDATA, numbers bare (wechat-platform.md 2). */
public final class MessageXml {

    private static final Set<String> BARE =
            Set.of("CreateTime", "ErrorCode", "MsgId", "MsgID", "Location_X", "Location_Y", "Scale", "Latitude", "Longitude");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,19})?");

    private MessageXml() {}

    /**
     * The fields in their order, as one {@code <xml>} element; a field whose value is a map is an element with those
     * children, a list of maps several of that name.
     *
     * @throws IllegalArgumentException if a field's name is no XML name
     */
    public static String write(Map<String, ?> fields) {
        StringBuilder xml = new StringBuilder();
        append(xml, "xml", fields);
        return xml.toString();
    }

    private static void append(StringBuilder xml, String name, Object value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of an XML element");
        }
        if (value instanceof List<?> several) {
            several.forEach(each -> append(xml, name, each));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> children) {
            children.forEach((child, content) -> append(xml, (String) child, content));
        } else {
            appendText(xml, name, (String) value);
        }
        xml.append("</").append(name).append('>');
    }

    private static void appendText(StringBuilder xml, String name, String value) {
        if (BARE.contains(name) && NUMBER.matcher(value).matches()) {
            xml.append(value);
        } else {
            // "]]>" would end the section: it is split over two.
            String safe = withoutForbidden(value).replace("]]>", "]]]]><![CDATA[>");
            xml.append("<![CDATA[").append(safe).append("]]>");
        }
    }

    /** XML 1.0 has no way to write most control characters and halves of surrogate pairs. */
    private static String withoutForbidden(String value) {
        return value.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
