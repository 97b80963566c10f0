package io.zhengxun.registry.contact;

import io.zhengxun.registry.notice.Channel;
import java.util.Optional;

/**
 * Where a person is reached; each value may be null. Held in the open only from the database to the channel that uses it (Q6).
 *
 * @param openId in the official account
 * @param miniId openid in the mini-program
 */
public record Addresses(String openId, String miniId, String email, String mobile) {

    public static final Addresses NONE = new Addresses(null, null, null, null);

    /** The address that a channel needs. */
    public Optional<String> of(Channel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case TEMPLATE, SUBSCRIPTION, CUSTOMER -> openId;
                    case MINI -> miniId;
                    case EMAIL -> email;
                    case SMS -> mobile;
                });
    }

    public boolean has(Channel channel) {
        return of(channel).isPresent();
    }

    /** Which there are, not what they are. */
    @Override
    public String toString() {
        return "Addresses[" + (openId == null ? "" : "openid ") + (miniId == null ? "" : "mini ")
                + (email == null ? "" : "email ") + (mobile == null ? "" : "mobile") + "]";
    }
}
