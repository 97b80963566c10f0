package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message that its account wants to send, with all that its template asks for.
 *
 * @param values by the template's keys, in its order
 * @param link what a tap on it opens: a web address, or a page of the mini-program; empty for nothing
 * @param clientId the sender's own id of it; empty for none
 */
record Outgoing(Route route, String openId, Template template, Map<String, String> values, String link, String clientId) {

    /** @throws PlatformError if the platform would refuse it whoever it is for */
    static Outgoing read(Route route, PlatformCall call, TemplateLibrary templates) {
        String openId = call.field("touser");
        if (openId.isEmpty()) {
            throw new PlatformError(PlatformError.BAD_OPEN_ID);
        }
        Template template = templates.find(route, call.field("template_id"))
                .orElseThrow(() -> new PlatformError(PlatformError.BAD_TEMPLATE_ID));
        Map<String, String> values = values(template.fields(), call.object("data"));
        return new Outgoing(route, openId, template, values, link(call), call.field("client_msg_id"));
    }

    private static Map<String, String> values(List<Template.Field> fields, Map<String, Object> data) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Template.Field field : fields) {
            String value = data.get(field.key()) instanceof Map<?, ?> given && given.get("value") != null
                    ? String.valueOf(given.get("value"))
                    : "";
            if (!field.allows(value)) {
                throw new PlatformError(
                        PlatformError.BAD_ARGUMENT, "argument invalid! data." + field.key() + ".value invalid");
            }
            values.put(field.key(), value);
        }
        return values;
    }

    /** With both a page and an address the mini-program wins (wechat-platform.md 6.2). */
    private static String link(PlatformCall call) {
        if (call.object("miniprogram").get("pagepath") instanceof String page && !page.isEmpty()) {
            return page;
        }
        return call.field("page").isEmpty() ? call.field("url") : call.field("page");
    }

    /** Without values and openid. */
    @Override
    public String toString() {
        return "Outgoing[" + route + ", " + template.kind() + "]";
    }
}
