package io.zhengxun.standalone.simulator.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user does: a message or an event before the platform adds sender, time and id.
 *
 * @param type MsgType; also ones that do not exist can be tried
 * @param content what the user wrote, for the type {@code text}
 * @param menuId id of the tapped answer, or null
 * @param fields further fields of the XML, which also replace the usual ones of the type; null for none
 */
record Draft(String type, String content, String menuId, Map<String, String> fields) {

    private static final int LONGEST = 20_000;
    private static final int MOST_FIELDS = 50;

    private static final Map<String, Map<String, String>> USUAL = Map.of(
            "image", Map.of("PicUrl", "http://127.0.0.1/picture.jpg", "MediaId", "simulated-image"),
            "voice", Map.of("MediaId", "simulated-voice", "Format", "amr", "Recognition", ""),
            "video", Map.of("MediaId", "simulated-video", "ThumbMediaId", "simulated-thumb"),
            "shortvideo", Map.of("MediaId", "simulated-video", "ThumbMediaId", "simulated-thumb"),
            "location", Map.of("Location_X", "23.129110", "Location_Y", "113.264385", "Scale", "15", "Label", "广州市"),
            "link", Map.of("Title", "网页", "Description", "", "Url", "https://example.com/"),
            "event", Map.of("Event", "CLICK", "EventKey", ""));

    Draft {
        type = type == null || type.isBlank() ? "text" : type;
        content = content == null ? "" : content;
        menuId = menuId == null ? "" : menuId;
        fields = fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
        if (content.length() > LONGEST || fields.size() > MOST_FIELDS || fields.containsValue(null)) {
            throw new IllegalArgumentException("too long, or a field without a value");
        }
        if (type.equals("text") && content.isBlank()) {
            throw new IllegalArgumentException("a text message without a text");
        }
    }

    static Draft event(String event) {
        return new Draft("event", null, null, Map.of("Event", event, "EventKey", ""));
    }

    /** @param fresh whether it made the user a follower */
    static Draft scan(boolean fresh, String scene, String ticket) {
        return new Draft("event", null, null, Map.of(
                "Event", fresh ? "subscribe" : "SCAN",
                "EventKey", fresh ? "qrscene_" + scene : scene,
                "Ticket", ticket));
    }

    boolean isEvent() {
        return type.equals("event");
    }

    /** The fields between the common ones and the id. */
    Map<String, String> body() {
        Map<String, String> body = new LinkedHashMap<>();
        if (type.equals("text")) {
            body.put("Content", content);
        }
        body.putAll(USUAL.getOrDefault(type, Map.of()));
        if (!menuId.isEmpty()) {
            body.put("bizmsgmenuid", menuId);
        }
        body.putAll(fields);
        return body;
    }

    /** What the sender's own phone shows: the text, or which event it was. */
    String shown() {
        return isEvent() ? body().get("Event") : content;
    }

    @Override
    public String toString() {
        return "Draft[" + type + "]";
    }
}
