package io.zhengxun.bot.wechat;

import io.zhengxun.wechat.OpenId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message or event that WeChat pushed, verified and decrypted. Every text is {@code ""} when WeChat did not send it.
 *
 * @param from the follower who wrote or acted
 * @param toUser the original id (gh_…) of our account, to be named as the sender of the reply
 * @param createdAt WeChat's time of the message, whole seconds
 * @param type MsgType as sent: text, image, voice, video, shortvideo, location, link, event, or one still unknown
 * @param fields all other leaves of the XML by path without the root, such as {@code Content} or
 *     {@code ScanCodeInfo/ScanResult}; repeats are numbered, {@code SubscribeMsgPopupEvent/List[2]/TemplateId}
 */
public record InboundMessage(
        OpenId from, String toUser, Instant createdAt, String type, SortedMap<String, String> fields) {

    public InboundMessage {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** A text message as a follower types it; for tests and for the try-out of texts. */
    public static InboundMessage text(OpenId from, String messageId, String content) {
        return new InboundMessage(from, "gh_account", Instant.EPOCH, "text",
                new TreeMap<>(Map.of("MsgId", messageId, "Content", content)));
    }

    /** An event such as {@code subscribe} or {@code CLICK} (case as WeChat sends it); for tests. */
    public static InboundMessage event(OpenId from, Instant createdAt, String event, String eventKey) {
        return new InboundMessage(from, "gh_account", createdAt, "event",
                new TreeMap<>(Map.of("Event", event, "EventKey", eventKey)));
    }

    public boolean isEvent() {
        return type.equals("event");
    }

    /** Decimal digits of a 64-bit number that may exceed 2^53; empty for events. */
    public String messageId() {
        return field("MsgId");
    }

    /** What the follower typed, or the text of the tapped answer. */
    public String content() {
        return field("Content");
    }

    public String event() {
        return field("Event");
    }

    /** Key of the menu button, scene of the QR code, URL or page path, by the event. */
    public String eventKey() {
        return field("EventKey");
    }

    /** {@code MsgID} (capital D) of a send result: the id of the message that WeChat reports about. */
    public String receiptId() {
        return field("MsgID");
    }

    /** Status of a send result. */
    public String status() {
        return field("Status");
    }

    /** Whom an event about a person's authorisation is about, in {@code OpenID} (capital D): not who sent it. */
    public Optional<OpenId> concerned() {
        return field("OpenID").isEmpty() ? Optional.empty() : Optional.of(new OpenId(field("OpenID")));
    }

    /** What WeChat heard in a voice message, when voice recognition is switched on. */
    public String recognition() {
        return field("Recognition");
    }

    /** The value at a path of {@link #fields()}, or {@code ""}. */
    public String field(String path) {
        return fields.getOrDefault(path, "");
    }

    /**
     * What makes this message the same as an earlier one, whoever delivers it again: the message id; else, for send results,
     * the ids of what they report on, since two can share a second; else user, second, event and key. It contains the openid
     * in clear: hash it before storing.
     */
    public String key() {
        if (!messageId().isEmpty()) {
            return String.join("|", "message", from.value(), messageId());
        }
        StringBuilder reported = new StringBuilder();
        fields.forEach((path, value) -> {
            if (path.endsWith("MsgID") || path.endsWith("TemplateId")) {
                reported.append('|').append(value);
            }
        });
        String event = String.join("|", "event", from.value(), event(), eventKey());
        return receiptId().isEmpty() ? event + "|" + createdAt.getEpochSecond() + reported : event + reported;
    }

    /** Type and event only: the rest is what people wrote. */
    @Override
    public String toString() {
        return "InboundMessage[type=" + type + ", event=" + event() + "]";
    }
}
