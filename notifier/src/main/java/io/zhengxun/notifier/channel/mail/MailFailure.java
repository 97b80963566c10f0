package io.zhengxun.notifier.channel.mail;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/** What a failed try means, by the reply of the mail server (RFC 5321 4.2) and by how far the try had come. */
final class MailFailure {

    private static final Set<Integer> AUTHENTICATION = Set.of(530, 534, 535, 538);
    /** No such mailbox, not here, over quota, name not allowed. */
    private static final Set<Integer> MAILBOX = Set.of(550, 551, 552, 553);

    /** What Angus Mail takes for the reply of a server that went away. */
    private static final String NO_REPLY = "[EOF]";

    /** Which step the server refused. */
    private enum Step {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    private record Reply(int code, Step step) {}

    private MailFailure() {}

    static Outcome outcome(Exception failure, boolean handedOver) {
        Set<Throwable> all = all(failure);
        Optional<Throwable> refusedLogIn =
                all.stream().filter(AuthenticationFailedException.class::isInstance).findFirst();
        if (refusedLogIn.isPresent()) {
            return logIn(String.valueOf(refusedLogIn.get().getMessage()));
        }
        return all.stream()
                .map(MailFailure::reply)
                .flatMap(Optional::stream)
                .findFirst()
                .map(reply -> Outcome.of(result(reply), "SMTP " + reply.code()))
                // No reply: before the contents were asked for nothing can have arrived; afterwards nobody knows.
                .orElseGet(() -> handedOver
                        ? Outcome.of(Result.UNKNOWN, "no reply")
                        : Outcome.of(Result.TRANSIENT, "no connection"));
    }

    /**
     * Its message is the server's last reply, or that the server offers no way to log in. If the last was no refusal, none
     * came to the log-in.
     */
    private static Outcome logIn(String reply) {
        if (reply.matches("(?s)4\\d\\d\\b.*")) {
            return Outcome.of(Result.TRANSIENT, "SMTP " + reply.substring(0, 3));
        }
        return reply.equals(NO_REPLY) || reply.matches("(?s)[23]\\d\\d\\b.*")
                ? Outcome.of(Result.TRANSIENT, "no connection")
                : Outcome.of(Result.ACCOUNT, "authentication");
    }

    private static Result result(Reply reply) {
        if (reply.code() < 500) {
            return Result.TRANSIENT;
        }
        if (AUTHENTICATION.contains(reply.code()) || reply.step() == Step.SENDER) {
            return Result.ACCOUNT;
        }
        return reply.step() == Step.RECIPIENT || MAILBOX.contains(reply.code()) ? Result.RECIPIENT : Result.CONTENT;
    }

    private static Optional<Reply> reply(Throwable failure) {
        Reply reply = null;
        if (failure instanceof SMTPAddressFailedException refused) {
            reply = new Reply(refused.getReturnCode(), Step.RECIPIENT);
        } else if (failure instanceof SMTPSenderFailedException refused) {
            reply = new Reply(refused.getReturnCode(), Step.SENDER);
        } else if (failure instanceof SMTPSendFailedException refused) {
            reply = new Reply(refused.getReturnCode(), Step.CONTENT);
        }
        return Optional.ofNullable(reply).filter(some -> some.code() >= 400);
    }

    /** The failure with all that are chained to it; those of an address first, as they say more. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> waiting = new ArrayDeque<>(Set.of(failure));
        while (!waiting.isEmpty()) {
            Throwable next = waiting.pop();
            if (found.add(next)) {
                Optional.ofNullable(next.getCause()).ifPresent(waiting::push);
                if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                    waiting.push(messaging.getNextException());
                }
                if (next instanceof MailSendException sending) {
                    sending.getFailedMessages().values().forEach(waiting::push);
                }
            }
        }
        Set<Throwable> sorted = new LinkedHashSet<>();
        found.stream().filter(SMTPSenderFailedException.class::isInstance).forEach(sorted::add);
        found.stream().filter(SMTPAddressFailedException.class::isInstance).forEach(sorted::add);
        sorted.addAll(found);
        return sorted;
    }
}
