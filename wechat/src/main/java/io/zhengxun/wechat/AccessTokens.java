package io.zhengxun.wechat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * An account's access token at hand: a copy in this instance, so that no call waits for Redis. It is fetched by one thread at
 * a time, which the others wait for; renewed ahead, while the others go on with the old one.
 */
class AccessTokens {

    /** A token that was just given again although it was refused, or just not given, is not asked for again so soon. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private static final Duration LONGEST_FETCH = Duration.ofSeconds(15);

    private final Function<String, Token> shared;
    private final LongSupplier nanoTime;
    private final AtomicReference<CompletableFuture<Copy>> fetching = new AtomicReference<>();
    private volatile Copy copy;
    private volatile Pause pause;

    /** @param shared gives a token other than the refused one, or a new one ({@link SharedTokens#take}) */
    AccessTokens(Function<String, Token> shared, LongSupplier nanoTime) {
        this.shared = shared;
        this.nanoTime = nanoTime;
    }

    private record Copy(String value, long renewAt, long endsAt) {

        boolean isFresh(long now) {
            return renewAt - now > 0;
        }

        boolean works(long now) {
            return endsAt - now > 0;
        }
    }

    /** @param failure why no token was given; null if the refused one was given again */
    private record Pause(long until, WeChatFailure failure) {}

    /** @throws WeChatFailure if there is none */
    String current() {
        Copy now = copy;
        if (now != null && now.isFresh(nanoTime.getAsLong())) {
            return now.value();
        }
        if (now == null || !now.works(nanoTime.getAsLong())) {
            return fetched("");
        }
        return renewedAhead(now);
    }

    private String renewedAhead(Copy old) {
        if (fetching.get() != null || paused() != null) {
            return old.value();
        }
        try {
            return fetched("");
        } catch (WeChatFailure e) {
            return old.value();
        }
    }

    /**
     * What to use after a token was refused: the one that replaced it in the meantime, here or in another instance, else what
     * WeChat gives now; that may be the same again.
     *
     * @throws WeChatFailure if there is none
     */
    String insteadOf(String refused) {
        Copy now = copy;
        if (now != null && !now.value().equals(refused)) {
            return now.value();
        }
        Pause paused = paused();
        return now != null && paused != null && paused.failure() == null ? refused : fetched(refused);
    }

    private Pause paused() {
        Pause last = pause;
        return last != null && last.until() - nanoTime.getAsLong() > 0 ? last : null;
    }

    private String fetched(String refused) {
        CompletableFuture<Copy> mine = new CompletableFuture<>();
        CompletableFuture<Copy> running = fetching.compareAndExchange(null, mine);
        if (running != null) {
            return joined(running).value();
        }
        try {
            Copy fetched = fetch(refused);
            mine.complete(fetched);
            return fetched.value();
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            fetching.set(null);
        }
    }

    private Copy fetch(String refused) {
        Copy now = copy;
        if (now != null && !now.value().equals(refused) && now.isFresh(nanoTime.getAsLong())) {
            return now;
        }
        Pause paused = paused();
        if (paused != null && paused.failure() != null) {
            throw paused.failure();
        }
        try {
            Copy fetched = copied(shared.apply(refused));
            pause = fetched.value().equals(refused) ? new Pause(nanoTime.getAsLong() + PAUSE, null) : null;
            copy = fetched;
            return fetched;
        } catch (WeChatFailure e) {
            pause = new Pause(nanoTime.getAsLong() + PAUSE, e);
            throw e;
        }
    }

    private Copy copied(Token token) {
        long renewAt = nanoTime.getAsLong() + token.fresh().toNanos();
        return new Copy(token.value(), renewAt, renewAt + token.grace().toNanos());
    }

    private static Copy joined(CompletableFuture<Copy> running) {
        try {
            return running.get(LONGEST_FETCH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WeChatFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new WeChatFailure(new ApiError(ErrorClass.TRANSIENT, "no token in time", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeChatFailure(new ApiError(ErrorClass.TRANSIENT, "interrupted", ""));
        }
    }
}
