package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators change accounts, close and reopen them, on record (W4). */
@Component
public class KeepingAccounts {

    private final AccountMapper mapper;
    private final AccountForm form;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepingAccounts(
            AccountMapper mapper,
            AccountForm form,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.form = form;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Changes what a person is called, may do, and for whom; if it is more than the name, sessions end and who listens to
     * {@link WorkEnded} lets go of the person's work, or refuses.
     *
     * @throws AccountChanged if somebody changed it meanwhile
     */
    public Account change(String username, AccountChange to, Staff administrator) {
        FieldsRefused.throwIfAny("", form.flaws(to));
        return transaction.execute(status -> {
            Account before = absentUnlessThere(username);
            boolean otherPowers = before.role() != to.role() || !before.scope().equals(to.scope());
            if (otherPowers) {
                refuseOwn(before, administrator);
                keepAnAdministrator(before, to.role());
            }
            update(before, to, otherPowers);
            if (otherPowers) {
                events.publishEvent(new WorkEnded(before, administrator));
            }
            Account after = absentUnlessThere(username);
            trail.append(AccountDeeds.changed(before, after, administrator.actor()));
            return after;
        });
    }

    private void update(Account before, AccountChange to, boolean endsSessions) {
        try {
            if (mapper.change(before.id(), to, endsSessions ? 1 : 0) == 0) {
                throw new AccountChanged();
            }
        } catch (DuplicateKeyException e) {
            throw new ExternalIdTaken();
        }
    }

    /** The person may no longer log in; sessions and work end ({@link WorkEnded}). A second time changes nothing. */
    public void disable(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            Account before = absentUnlessThere(username);
            refuseOwn(before, administrator);
            keepAnAdministrator(before, null);
            if (!before.disabled()) {
                mapper.setDisabled(before.id(), clock.instant());
                events.publishEvent(new WorkEnded(before, administrator));
                trail.append(AccountDeeds.of(administrator.actor(), "ACCOUNT_DISABLED", username));
            }
        });
    }

    /** The person may log in again. A second time changes nothing. */
    public void enable(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            Account before = absentUnlessThere(username);
            if (before.disabled()) {
                mapper.setDisabled(before.id(), null);
                trail.append(AccountDeeds.of(administrator.actor(), "ACCOUNT_ENABLED", username));
            }
        });
    }

    /** All sessions of the account end at once, over all instances. */
    public void endSessions(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            mapper.endSessions(absentUnlessThere(username).id());
            trail.append(AccountDeeds.of(administrator.actor(), "ACCOUNT_SESSIONS_ENDED", username));
        });
    }

    private Account absentUnlessThere(String username) {
        return Optional.ofNullable(mapper.byUsername(username)).map(AccountRow::account).orElseThrow(AbsentAccount::new);
    }

    private static void refuseOwn(Account account, Staff administrator) {
        if (account.username().equals(administrator.username())) {
            throw new OwnAccount();
        }
    }

    private void keepAnAdministrator(Account before, Role after) {
        if (before.role() == Role.ADMINISTRATOR && after != Role.ADMINISTRATOR) {
            List<Long> administrators = mapper.lockAdministrators();
            if (administrators.equals(List.of(before.id()))) {
                throw new LastAdministrator();
            }
        }
    }
}
