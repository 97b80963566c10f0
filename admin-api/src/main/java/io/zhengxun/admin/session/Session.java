package io.zhengxun.admin.session;

import java.time.Instant;

/**
 * A log-in that lasts.
 *
 * @param epoch the account's when it began: once the account has another, the session has ended
 * @param seenAt when it was last used, within a minute
 * @param address from where the person logged in
 */
public record Session(long accountId, int epoch, Instant openedAt, Instant seenAt, String address) {

    Session seen(Instant now) {
        return new Session(accountId, epoch, openedAt, now, address);
    }
}
