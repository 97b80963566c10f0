package io.zhengxun.bot.callback;

import io.zhengxun.bot.callback.BoundedWork.Place;
import io.zhengxun.bot.callback.SharedInbox.Standing;
import io.zhengxun.bot.conversation.Conversation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Has each message answered once over all instances. Every repeat, wherever it arrives and also while the first is being worked
 * on, gets the same finished reply, which is fixed by what comes first: the end of the work or its deadline.
 */
@Component
class Inbox {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final LocalInbox local;
    private final SharedInbox shared;
    private final BoundedWork work;
    private final Conversation conversation;
    private final Courtesy courtesy;

    Inbox(LocalInbox local, SharedInbox shared, BoundedWork work, Conversation conversation, Courtesy courtesy) {
        this.local = local;
        this.shared = shared;
        this.work = work;
        this.conversation = conversation;
        this.courtesy = courtesy;
    }

    /** @param finished whether repeats get this reply too; else they may be tried again */
    record Answer(String text, boolean finished) {}

    /**
     * The reply's text, before the deadline; empty when WeChat is only to be told that the message arrived.
     *
     * @throws RefusedPush when another message passed with the same timestamp and nonce
     */
    String answer(Letter letter, Deadline deadline) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> first = local.enter(letter, mine);
        return first == mine ? first(mine, letter, deadline) : repeated(first, letter, deadline);
    }

    /**
     * Lets in what needs no reply and may come again without harm.
     *
     * @throws RefusedPush when another message passed with the same timestamp and nonce
     */
    void admit(Letter letter) {
        // An encrypted one is covered by its own signature: what it says can only be repeated.
        if (letter.key().isEmpty() && !passes(letter)) {
            throw forged();
        }
    }

    private String first(CompletableFuture<Answer> mine, Letter letter, Deadline deadline) {
        try {
            Answer answer = attempted(letter, deadline);
            if (!answer.finished()) {
                local.leave(letter, mine);
            }
            mine.complete(answer);
            return answer.text();
        } catch (RefusedPush e) {
            local.leave(letter, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private Answer attempted(Letter letter, Deadline deadline) {
        try {
            return overAllInstances(letter, deadline);
        } catch (RefusedPush e) {
            throw e;
        } catch (RuntimeException e) {
            FailureLog.failed(e);
            return new Answer(courtesy.failed(letter.message()), false);
        }
    }

    private String repeated(CompletableFuture<Answer> first, Letter letter, Deadline deadline) {
        if (!passes(letter)) {
            throw forged();
        }
        return first.isDone()
                ? awaited(first, letter, deadline)
                : work.waiting(() -> awaited(first, letter, deadline)).orElseGet(() -> courtesy.busy(letter.message()));
    }

    private boolean passes(Letter letter) {
        return local.passedBefore(letter).orElseGet(() -> passesEverywhere(shared.enter(letter, false), letter));
    }

    private boolean passesEverywhere(Optional<Standing> standing, Letter letter) {
        boolean refused = standing.isPresent() && standing.get().kind() == Standing.Kind.FORGED;
        return !refused && local.pass(letter);
    }

    private String awaited(CompletableFuture<Answer> first, Letter letter, Deadline deadline) {
        try {
            return first.get(deadline.leftNanos(), TimeUnit.NANOSECONDS).text();
        } catch (TimeoutException | ExecutionException e) {
            return courtesy.slow(letter.message());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return courtesy.slow(letter.message());
        }
    }

    private Answer overAllInstances(Letter letter, Deadline deadline) {
        return tried(letter, deadline, false).orElseGet(
                () -> work.waiting(() -> fromElsewhere(letter, deadline)).orElseGet(() -> busy(letter)));
    }

    /** Looks again and again whether who works on it has finished, or left it. */
    private Answer fromElsewhere(Letter letter, Deadline deadline) {
        pause(deadline);
        // An interrupted thread does not pause: it would flood Redis with questions.
        while (!deadline.passed() && !Thread.currentThread().isInterrupted()) {
            Optional<Answer> answer = tried(letter, deadline, true);
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(deadline);
        }
        // Not the finished reply: that is up to who works on it, or to the next repeat once the lease ended.
        return new Answer(courtesy.slow(letter.message()), false);
    }

    /**
     * Works on the message unless somebody does already; then empty.
     *
     * @param elsewhere whether somebody was seen to work on it, and is thought to go on should Redis not answer now
     */
    private Optional<Answer> tried(Letter letter, Deadline deadline, boolean elsewhere) {
        Optional<Place> place = work.place();
        try {
            Optional<Standing> standing = shared.enter(letter, place.isPresent());
            if (!passesEverywhere(standing, letter)) {
                throw forged();
            }
            if (standing.isEmpty()) {
                return elsewhere ? Optional.empty() : Optional.of(aloneIf(place, letter, deadline));
            }
            return standing.get().kind() == Standing.Kind.WORKING
                    ? Optional.empty()
                    : Optional.of(settled(standing.get(), place, letter, deadline));
        } finally {
            place.ifPresent(Place::close);
        }
    }

    private static void pause(Deadline deadline) {
        LockSupport.parkNanos(Math.min(LOOK_AGAIN_NANOS, deadline.leftNanos()));
    }

    private Answer settled(Standing standing, Optional<Place> place, Letter letter, Deadline deadline) {
        return switch (standing.kind()) {
            case CLAIMED -> {
                String text = worked(place.orElseThrow(), letter, deadline);
                yield new Answer(shared.finish(letter, text), true);
            }
            case FINISHED -> new Answer(standing.reply(), true);
            case UNREADABLE -> aloneIf(place, letter, deadline);
            case OPEN -> busy(letter);
            case WORKING, FORGED -> throw new IllegalStateException("handled before");
        };
    }

    /** Without Redis, or without the key of what it holds; the reply is offered to it all the same, should it be back by then. */
    private Answer alone(Place place, Letter letter, Deadline deadline) {
        shared.workedAlone();
        String text = worked(place, letter, deadline);
        return new Answer(shared.finish(letter, text), true);
    }

    private Answer aloneIf(Optional<Place> place, Letter letter, Deadline deadline) {
        return place.map(taken -> alone(taken, letter, deadline)).orElseGet(() -> busy(letter));
    }

    private Answer busy(Letter letter) {
        return new Answer(courtesy.busy(letter.message()), false);
    }

    private String worked(Place place, Letter letter, Deadline deadline) {
        try {
            return place.work(() -> conversation.answer(letter.message()), deadline);
        } catch (TimeoutException e) {
            FailureLog.slow();
            return courtesy.slow(letter.message());
        } catch (ExecutionException e) {
            FailureLog.failed(e.getCause());
            return courtesy.failed(letter.message());
        }
    }

    private static RefusedPush forged() {
        return new RefusedPush(HttpStatus.FORBIDDEN, "another message passed with this timestamp and nonce");
    }
}
