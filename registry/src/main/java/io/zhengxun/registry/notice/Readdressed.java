package io.zhengxun.registry.notice;

import java.util.List;

/**
 * Whom a notice goes to instead, since it was for nobody, or the person had no address.
 *
 * @param channels to be tried in this order; at least one
 */
public record Readdressed(Recipient recipient, List<Channel> channels) {

    public Readdressed {
        if (recipient.kind() == Recipient.Kind.NOBODY || channels.isEmpty()) {
            throw new IllegalArgumentException("Nobody is reached.");
        }
    }
}
