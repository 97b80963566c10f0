package io.zhengxun.registry.notice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A way to a person. Chinese labels are the messages {@code notice.channel.<name>}. */
public enum Channel {
    /** Official-account template message: to followers, confirmed by an event. */
    TEMPLATE,
    /** Official-account subscription notice: one for each consent, confirmed by an event. */
    SUBSCRIPTION,
    /** Mini-program subscription message: one for each consent, confirmed by an event. */
    MINI,
    /**
     * Customer-service message of the official account: only for a while after the person's last message, and whatever is to
     * be said. Its acceptance is the last that is known of it.
     */
    CUSTOMER,
    /** Its acceptance by the mail server is the last that is known of it. */
    EMAIL,
    /** Text message by a provider. */
    SMS;

    /** Whether its deliveries are confirmed; of the others nothing more is known than that they were accepted. */
    public boolean confirms() {
        return this == TEMPLATE || this == SUBSCRIPTION || this == MINI;
    }

    /** Whether a message needs a consent that it uses up (wechat-platform 6.3, 6.4). */
    public boolean needsConsent() {
        return this == SUBSCRIPTION || this == MINI;
    }

    /** As a column holds an order of channels. */
    public static String written(List<Channel> channels) {
        return channels.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    public static List<Channel> read(String written) {
        return written.isEmpty() ? List.of() : Arrays.stream(written.split(",")).map(Channel::valueOf).toList();
    }
}
