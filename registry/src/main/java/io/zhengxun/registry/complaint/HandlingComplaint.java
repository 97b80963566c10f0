package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do with complaints (X1). Each act throws {@link Absent} for what lies outside of the person's scope,
 * {@link RoleNotAllowed} for a role that may not do it, {@link ComplaintChanged} if the complaint is not as the person saw it, and
 * {@link ComplaintActNotPossible} in a state in which the table does not know it.
 */
@Component
public class HandlingComplaint {

    private final Complaints complaints;
    private final MovingComplaints moving;
    private final Accounts accounts;
    private final Institutions institutions;

    HandlingComplaint(
            Complaints complaints, MovingComplaints moving, Accounts accounts, Institutions institutions) {
        this.complaints = complaints;
        this.moving = moving;
        this.accounts = accounts;
        this.institutions = institutions;
    }

    /**
     * Gives it to somebody of the centre, or takes it.
     *
     * @param username of whom; null for oneself
     * @throws FieldsRefused if that person cannot deal with it
     */
    @Transactional
    public Complaint assign(OrderedComplaint ordered, String username, Staff by) {
        Complaint found = seen(ordered, ComplaintAct.ASSIGN, by);
        String whom = username == null ? by.username() : username;
        accounts.held(whom)
                .filter(account -> canHandle(account, found))
                .orElseThrow(() -> flawed("assignee", "complaint.assignee"));
        ComplaintMoves.Move move = line(found, ComplaintAct.ASSIGN);
        return moving.move(found, ComplaintChange.of(found, move).assignedTo(whom).complaint(), move, by.actor());
    }

    private static boolean canHandle(Account account, Complaint found) {
        return !account.disabled()
                && ComplaintMoves.allows(ComplaintAct.ASSIGN, account.role())
                && found.isIn(account.scope());
    }

    /**
     * Asks the institution for a statement: from now on it sees the case, but not what the holder wrote or who that is.
     *
     * @param numberPrefix of the institution; null if the complaint names it already
     * @throws FieldsRefused if no institution is known, another one is, or it lies outside of the person's scope
     */
    @Transactional
    public Complaint ask(OrderedComplaint ordered, String numberPrefix, ComplaintText question, Staff by) {
        Complaint found = seen(ordered, ComplaintAct.ASK, by);
        ComplaintMoves.Move move = line(found, ComplaintAct.ASK);
        long institution = institution(found, numberPrefix, by);
        Complaint asked = moving.move(
                found, ComplaintChange.of(found, move).asking(institution).complaint(), move, by.actor());
        moving.write(asked, ComplaintEntry.Kind.QUESTION, question, by.username());
        return asked;
    }

    private long institution(Complaint found, String numberPrefix, Staff by) {
        if (numberPrefix == null) {
            if (found.institutionId() == null) {
                throw flawed("institution", "complaint.institution-missing");
            }
            return found.institutionId();
        }
        long named = institutions.findByNumberPrefix(numberPrefix)
                .filter(by.scope()::covers)
                .map(Institution::id)
                .orElseThrow(() -> flawed("institution", "complaint.institution"));
        // Who was asked once has seen the case: it is not passed from one institution to another.
        if (found.asked() && found.institutionId() != named) {
            throw flawed("institution", "complaint.institution-other");
        }
        return named;
    }

    /** The institution states its view. */
    @Transactional
    public Complaint state(OrderedComplaint ordered, ComplaintText statement, Staff by) {
        Complaint found = seen(ordered, ComplaintAct.STATE, by);
        ComplaintMoves.Move move = line(found, ComplaintAct.STATE);
        Complaint stated = moving.move(found, ComplaintChange.of(found, move).complaint(), move, by.actor());
        moving.write(stated, ComplaintEntry.Kind.STATEMENT, statement, by.username());
        return stated;
    }

    /** Answers the holder, who is told that there is an answer: the first one meets the first deadline of D11. */
    @Transactional
    public Complaint answer(OrderedComplaint ordered, ComplaintText answer, Staff by) {
        Complaint found = seen(ordered, ComplaintAct.ANSWER, by);
        ComplaintMoves.Move move = line(found, ComplaintAct.ANSWER);
        Complaint answered = moving.move(
                found, ComplaintChange.of(found, move).answeredAt(moving.now()).complaint(), move, by.actor());
        moving.write(answered, ComplaintEntry.Kind.ANSWER, answer.asAnswer(), by.username());
        return answered;
    }

    /** Closes it: the resolution of D11. */
    @Transactional
    public Complaint close(OrderedComplaint ordered, Staff by) {
        Complaint found = seen(ordered, ComplaintAct.CLOSE, by);
        ComplaintMoves.Move move = line(found, ComplaintAct.CLOSE);
        return moving.move(
                found, ComplaintChange.of(found, move).closedAt(moving.now()).complaint(), move, by.actor());
    }

    private Complaint seen(OrderedComplaint ordered, ComplaintAct act, Staff by) {
        Complaint found = complaints.visible(ordered.number(), by.scope());
        if (!ComplaintMoves.allows(act, by.role())) {
            throw new RoleNotAllowed("X1");
        }
        if (found.version() != ordered.version()) {
            throw new ComplaintChanged(found);
        }
        return found;
    }

    private static ComplaintMoves.Move line(Complaint found, ComplaintAct act) {
        return ComplaintMoves.of(found.state(), act).orElseThrow(() -> new ComplaintActNotPossible(found, act));
    }

    private static FieldsRefused flawed(String field, String code) {
        return new FieldsRefused("X1", List.of(FieldFlaw.of(field, code)));
    }
}
