package io.zhengxun.bot.callback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * What this instance itself worked on or is working on. It spares Redis the repeats that arrive here, and while Redis is away it
 * is all there is: still each message once per instance.
 */
@Component
class LocalInbox {

    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_PASSAGES = 100_000;

    private final Cache<String, CompletableFuture<Inbox.Answer>> replies;
    private final Cache<String, String> passages;

    LocalInbox(CallbackSettings settings) {
        replies = Caffeine.newBuilder().maximumSize(MOST_MESSAGES).expireAfterWrite(settings.kept()).build();
        passages = Caffeine.newBuilder().maximumSize(MOST_PASSAGES).expireAfterWrite(settings.nonceKept()).build();
    }

    /** Whether this very message passed here before; empty when its timestamp and nonce are new to this instance. */
    Optional<Boolean> passedBefore(Letter letter) {
        return Optional.ofNullable(passages.getIfPresent(letter.passage())).map(letter.digest()::equals);
    }

    /** Lets the message pass; false when another one passed with the same timestamp and nonce. */
    boolean pass(Letter letter) {
        return passages.get(letter.passage(), passage -> letter.digest()).equals(letter.digest());
    }

    /** The first one's reply, to come or come already; {@code mine} for the first one itself. */
    CompletableFuture<Inbox.Answer> enter(Letter letter, CompletableFuture<Inbox.Answer> mine) {
        return replies.get(letter.id(), id -> mine);
    }

    /** Makes room for another try: what was answered is not the message's finished reply. */
    void leave(Letter letter, CompletableFuture<Inbox.Answer> mine) {
        replies.asMap().remove(letter.id(), mine);
    }
}
