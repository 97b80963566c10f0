package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.fault.Faults;
import io.zhengxun.standalone.simulator.fault.Faults.Retry;
import io.zhengxun.standalone.simulator.wire.InvalidReply;
import io.zhengxun.standalone.simulator.wire.Reply;
import io.zhengxun.standalone.simulator.wire.SealedPush;
import io.zhengxun.standalone.simulator.wire.Stamp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One push until the user has an answer or the platform gives up (wechat-platform.md 1.6): no answer in time means another
 * attempt, an invalid one does not. Nothing here waits on a thread.
 */
final class Delivery {

    private record Sent(int copy, int number, Stamp stamp, SealedPush push, long startedNanos) {}

    /** Null for what the platform itself reports: nobody sees the answer. */
    private final Phone phone;
    private final Exchange exchange;
    private final Faults faults;
    private final BotLine line;
    private final AtomicBoolean shown = new AtomicBoolean();
    private final AtomicInteger copiesUnderWay;
    private Runnable whenDone;

    Delivery(Phone phone, Exchange exchange, Faults faults, BotLine line) {
        this.phone = phone;
        this.exchange = exchange;
        this.faults = faults;
        this.line = line;
        this.copiesUnderWay = new AtomicInteger(faults.duplicatePush() ? 2 : 1);
    }

    void start(Runnable done) {
        whenDone = done;
        Stamp stamp = newStamp();
        SealedPush push = line.seal(exchange, stamp, faults.wrongSignature());
        int copies = copiesUnderWay.get();
        for (int copy = 1; copy <= copies; copy++) {
            attempt(new Sent(copy, 1, stamp, push, System.nanoTime()));
        }
    }

    private void attempt(Sent sent) {
        AtomicReference<HttpResponse<byte[]>> received = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> sending = line.post(exchange.account(), sent.push());
        sending.thenCompose(answer -> {
                    received.set(answer);
                    return underWay(answer, sent.number());
                })
                .orTimeout(line.answerLimit().toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((answer, failure) -> {
                    // The platform drops the connection, too, when it stops waiting.
                    sending.cancel(true);
                    if (failure == null) {
                        judge(sent, answer);
                    } else {
                        goOn(sent, received.get(), failure);
                    }
                });
    }

    /** The answer's way back: a lost one never arrives. */
    private CompletableFuture<HttpResponse<byte[]>> underWay(HttpResponse<byte[]> answer, int number) {
        if (number <= faults.lostAnswers()) {
            return new CompletableFuture<>();
        }
        long delay = faults.callbackDelayMillis();
        return delay == 0 ? CompletableFuture.completedFuture(answer)
                : CompletableFuture.supplyAsync(() -> answer, after(delay));
    }

    private void judge(Sent sent, HttpResponse<byte[]> answer) {
        try {
            Reply reply = line.judge(answer, exchange);
            record(sent, "answered", answer, reply.plainXml());
            // The second copy of a doubled push is the same message: the user sees its answer once.
            if (!shown.getAndSet(true) && reply.shown() && phone != null) {
                phone.replied(reply.type(), reply.text(), line.now(), exchange.number());
            }
        } catch (InvalidReply invalid) {
            record(sent, invalid.problem(), answer, "");
        }
        finish();
    }

    private void goOn(Sent sent, HttpResponse<byte[]> received, Throwable failure) {
        record(sent, outcome(sent, received, failure), received, "");
        if (sent.number() >= line.attempts()) {
            finish();
            return;
        }
        long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent.startedNanos());
        after(Math.max(0, line.answerLimit().toMillis() - spent)).execute(() -> attempt(next(sent)));
    }

    private static String outcome(Sent sent, HttpResponse<byte[]> received, Throwable failure) {
        if (received != null) {
            return "lost";
        }
        return failure instanceof TimeoutException ? "no-answer" : "no-connection";
    }

    private Sent next(Sent sent) {
        Stamp fresh = newStamp();
        Stamp timed = faults.retryTimestamp() == Retry.SAME ? fresh.withTimeOf(sent.stamp()) : fresh;
        Stamp stamp = faults.retryNonce() == Retry.SAME ? timed.withNonceOf(sent.stamp()) : timed;
        SealedPush push = stamp.equals(sent.stamp()) ? sent.push() : line.seal(exchange, stamp, faults.wrongSignature());
        return new Sent(sent.copy(), sent.number() + 1, stamp, push, System.nanoTime());
    }

    private Stamp newStamp() {
        return Stamp.at(line.now().plusSeconds(faults.clockOffsetSeconds()));
    }

    private void finish() {
        if (copiesUnderWay.decrementAndGet() == 0) {
            if (!shown.get() && phone != null) {
                phone.unavailable(line.now(), exchange.number());
            }
            whenDone.run();
        }
    }

    private void record(Sent sent, String outcome, HttpResponse<byte[]> answer, String opened) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent.startedNanos());
        int status = answer == null ? 0 : answer.statusCode();
        String body = answer == null ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        exchange.add(new Attempt(sent.number(), sent.copy(), sent.push().query(), sent.push().body(), outcome, status,
                body, opened, millis));
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
