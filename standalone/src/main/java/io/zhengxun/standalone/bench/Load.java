package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.simulator.wire.InvalidReply;
import io.zhengxun.standalone.simulator.wire.Reply;
import io.zhengxun.standalone.simulator.wire.ReplyReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends at a steady rate whatever the answers do (an open model), and counts each latency from the moment at which its
 * message was due: a system that stalls makes the messages behind it wait, too, and that must show.
 */
final class Load {

    /** WeChat's own limit: a later answer is none (wechat-platform.md 1.6). */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    /** Only a system that stands still has so many open at once. */
    private static final int MOST_OPEN = 2000;
    /** Of what the bot says when it could not answer in time. */
    private static final List<String> REFUSALS = List.of("稍后再", "再发一次");
    private static final int LONGEST_BEGINNING = 30;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient client;
    private final Target target;
    private final Users users;
    private final ReplyReader replies;
    private final Semaphore free = new Semaphore(MOST_OPEN);

    Load(HttpClient client, Target target, Users users) {
        this.client = client;
        this.target = target;
        this.users = users;
        this.replies = new ReplyReader(target.account());
    }

    /**
     * Sends the warm-up and the measured messages and waits for the last answer.
     *
     * @param progress gets a line every few seconds
     * @return when the first measured message was due, for {@link Tally#report}
     */
    long run(Options options, Tally tally, Consumer<String> progress) throws InterruptedException {
        int total = options.warmUpMessages() + options.messages();
        // The first message loads what later ones only use; it is ready before the clock starts.
        Users.Message message = users.message(0);
        long start = System.nanoTime() + SECOND / 10;
        int lineEvery = options.rate() * 5;
        for (int index = 0; index < total; index++) {
            long due = start + options.dueNanos(index);
            sleepUntil(due);
            send(message, index < options.warmUpMessages() ? 0 : due, tally);
            message = users.message(index + 1);
            if ((index + 1) % lineEvery == 0) {
                progress.accept((index + 1) + "/" + total + " sent, " + tally.failed() + " errors"
                        + (index < options.warmUpMessages() ? " (warm-up)" : ""));
            }
        }
        while (tally.finished() < total) {
            Thread.sleep(10);
        }
        return start + options.warmUp().toNanos();
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** @param due when the message was due, or 0 in the warm-up */
    private void send(Users.Message message, long due, Tally tally) {
        if (!free.tryAcquire()) {
            tally.failed("not sent: " + MOST_OPEN + " messages are waiting");
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(target.with(message.push().query()))
                .header("Content-Type", "text/xml")
                .timeout(ANSWER_LIMIT)
                .POST(BodyPublishers.ofString(message.push().body()))
                .build();
        client.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            long now = System.nanoTime();
            free.release();
            String error = failure == null ? error(message, answer) : kind(failure);
            if (!error.isEmpty()) {
                tally.failed(error);
            } else if (due == 0) {
                tally.warmed();
            } else {
                tally.answered(message.question().kind(), now - due);
            }
        });
    }

    /** What is wrong with an answer, or an empty text. */
    private String error(Users.Message message, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return "HTTP " + answer.statusCode();
        }
        try {
            Reply reply = replies.read(answer.statusCode(), answer.body(), message.openId());
            if (!reply.type().equals("text")) {
                return "no text in the answer";
            }
            boolean right = reply.text().contains(message.question().expected()) && REFUSALS.stream().noneMatch(reply.text()::contains);
            return right ? "" : "another answer: " + beginning(reply.text());
        } catch (InvalidReply invalid) {
            return "invalid reply: " + invalid.problem();
        }
    }

    /** Enough of a wrong answer to tell a refusal from a miss. */
    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST_BEGINNING));
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException
                ? "no answer within 5 s" : "connection: " + cause.getClass().getSimpleName();
    }
}
