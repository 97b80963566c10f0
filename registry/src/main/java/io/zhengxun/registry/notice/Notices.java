package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices: written with their cause's handling, sent by the notifier, looked after by staff. */
@Component
public class Notices {

    private final NoticeInsert insert;
    private final NoticeMoves moves;
    private final Clock clock;

    Notices(NoticeInsert insert, NoticeMoves moves, Clock clock) {
        this.insert = insert;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Queues notices within the caller's transaction. One whose key is there already is not queued again. One for nobody,
     * or without a channel, is written as given up, for the work list: nothing is dropped silently.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(List<NewNotice> notices) {
        if (!notices.isEmpty()) {
            insert.insertAll(notices, clock.instant());
        }
    }

    /**
     * The recipient tapped: it is delivered, whatever became of it, and no further channel is tried. Again it does nothing.
     *
     * @return whether this was the first time; false also for one that does not exist
     */
    @Transactional
    public boolean acknowledge(long id) {
        return moves.acknowledge(id, clock.instant());
    }

    /**
     * Nobody has to be phoned any more about what was given up: whoever it concerns knows by another way.
     *
     * @param why a code, see the messages {@code notice.code.<why>}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void outdate(NoticeKind kind, Deed.Subject subject, String why) {
        moves.outdate(kind, subject, why, clock.instant());
    }

    /**
     * Sends it again, from its first channel, in a new round: the platform takes it for another message.
     *
     * @param version of the notice as the person saw it
     * @param by username
     * @throws NoticeChanged if it is not as the person saw it
     * @throws NoticeActNotPossible while it is under way, if it is no longer true, or if it has no recipient or no channel
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resend(long id, int version, String by) {
        moves.move(NoticeStep.RESEND, new NoticeMoves.Seen(id, version), "", by, clock.instant());
    }

    /**
     * Sends one that was given up, for want of somebody or of an address, to whom there is now; as {@link #resend(long, int, String)}.
     *
     * @throws NoticeChanged if it is not as the person saw it
     * @throws NoticeActNotPossible if it is no longer given up
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resend(long id, int version, Readdressed now, String by) {
        NoticeMoves.Seen seen = new NoticeMoves.Seen(id, version);
        moves.readdress(seen, now, by, clock.instant());
        moves.move(NoticeStep.RESEND, seen, "", by, clock.instant());
    }

    /**
     * Takes it out of the way; what a channel has already stays there.
     *
     * @param why at most 200 characters, nothing personal (Q6)
     * @throws NoticeChanged if it is not as the person saw it
     * @throws NoticeActNotPossible while a worker has it, or when it has ended otherwise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long id, int version, String why, String by) {
        moves.move(NoticeStep.CANCEL, new NoticeMoves.Seen(id, version), why, by, clock.instant());
    }

    /**
     * Records that staff told the recipient by telephone (T4).
     *
     * @param note at most 200 characters; who answered is named, as evidence needs it (W4), and nothing of a holder (Q6)
     * @throws NoticeChanged if it is not as the person saw it
     * @throws NoticeActNotPossible while a worker has it, or when it has ended otherwise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void phoned(long id, int version, String note, String by) {
        moves.move(NoticeStep.PHONE, new NoticeMoves.Seen(id, version), note, by, clock.instant());
    }
}
