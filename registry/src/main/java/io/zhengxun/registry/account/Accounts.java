package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of staff. Whatever changes one is on the trail (W4). */
@Component
public class Accounts {

    private final AccountMapper mapper;
    private final AccountForm form;
    private final Passwords passwords;
    private final LogInLocks locks;
    private final AccountSettings settings;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            AccountMapper mapper,
            AccountForm form,
            Passwords passwords,
            LogInLocks locks,
            AccountSettings settings,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.form = form;
        this.passwords = passwords;
        this.locks = locks;
        this.settings = settings;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An account that may be used, and what its person must do first. */
    public record Usable(Account account, Set<Obligation> owed) {}

    public Optional<Account> find(String username) {
        return Optional.ofNullable(mapper.byUsername(username)).map(AccountRow::account);
    }

    /** Like {@link #find}; until the caller's transaction ends, nobody changes or disables the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> held(String username) {
        return Optional.ofNullable(mapper.heldByUsername(username)).map(AccountRow::account);
    }

    /** By username, paged by key; for the first page {@code after} is empty. */
    public List<Account> page(String after, int limit) {
        return mapper.page(after, limit).stream().map(AccountRow::account).toList();
    }

    /** Whether there is no account at all: a first start. */
    public boolean none() {
        return !mapper.any();
    }

    /** The account as it stands now, empty once it is disabled. One query by the primary key. */
    public Optional<Usable> usable(long id) {
        return Optional.ofNullable(mapper.byId(id)).filter(row -> row.disabledAt() == null).map(this::usable);
    }

    /** The account of whom the identity platform knows by that subject; empty if there is none that may be used. */
    public Optional<Account> usableByExternalId(String externalId) {
        return Optional.ofNullable(mapper.byExternalId(externalId))
                .filter(row -> row.disabledAt() == null)
                .map(AccountRow::account);
    }

    private Usable usable(AccountRow row) {
        Set<Obligation> owed = EnumSet.noneOf(Obligation.class);
        Instant old = clock.instant().minus(settings.passwordAge());
        if (row.mustChange() || row.passwordSetAt().isBefore(old)) {
            owed.add(Obligation.CHANGE_PASSWORD);
        }
        if (row.totpRequired() && !row.secondFactor()) {
            owed.add(Obligation.SET_UP_TOTP);
        }
        return new Usable(row.account(), owed);
    }

    /**
     * Opens an account with a random password that must be changed at the first log-in.
     *
     * @return the password, to be shown once
     * @throws FieldsRefused with all that is wrong
     * @throws UsernameTaken if there is or was such an account
     */
    public String open(NewAccount account, Actor actor) {
        String password = InitialPassword.random();
        open(account, password, true, actor);
        return password;
    }

    /**
     * Opens an account with a given password.
     *
     * @param mustChange whether it must be changed at the first log-in, as everywhere but in a demo (G 25)
     */
    public void open(NewAccount account, String password, boolean mustChange, Actor actor) {
        FieldsRefused.throwIfAny("", form.flaws(account));
        FieldsRefused.throwIfAny(
                "G 25", PasswordRules.flaws("password", password, account.username(), settings.passwordLength()));
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            try {
                mapper.insert(account, hash, mustChange, clock.instant());
            } catch (DuplicateKeyException e) {
                throw taken(account.username(), e);
            }
            AccountRow row = mapper.byUsername(account.username());
            mapper.remember(row.id(), hash);
            trail.append(deed(actor, "ACCOUNT_OPENED", row.username(), Map.of(), facts(row.account())));
        });
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
            trail.append(deed(administrator.actor(), "ACCOUNT_CHANGED", username, facts(before), facts(after)));
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

    /** The person may no longer log in, all sessions end, and so does the person's work ({@link WorkEnded}). A second time changes nothing. */
    public void disable(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            Account before = absentUnlessThere(username);
            refuseOwn(before, administrator);
            keepAnAdministrator(before, null);
            if (!before.disabled()) {
                mapper.setDisabled(before.id(), clock.instant());
                events.publishEvent(new WorkEnded(before, administrator));
                trail.append(deed(administrator.actor(), "ACCOUNT_DISABLED", username, Map.of(), Map.of()));
            }
        });
    }

    /** The person may log in again. A second time changes nothing. */
    public void enable(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            Account before = absentUnlessThere(username);
            if (before.disabled()) {
                mapper.setDisabled(before.id(), null);
                trail.append(deed(administrator.actor(), "ACCOUNT_ENABLED", username, Map.of(), Map.of()));
            }
        });
    }

    /** All sessions of the account end at once, over all instances. */
    public void endSessions(String username, Staff administrator) {
        transaction.executeWithoutResult(status -> {
            mapper.endSessions(absentUnlessThere(username).id());
            trail.append(deed(administrator.actor(), "ACCOUNT_SESSIONS_ENDED", username, Map.of(), Map.of()));
        });
    }

    /** A new random password that must be changed at the next log-in; sessions and a lock end. To be shown once. */
    public String resetPassword(String username, Staff administrator) {
        AccountRow row = Optional.ofNullable(mapper.byUsername(username)).orElseThrow(AbsentAccount::new);
        String password = InitialPassword.random();
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            if (mapper.setPassword(row, hash, true, clock.instant()) == 0) {
                throw new AccountChanged();
            }
            mapper.remember(row.id(), hash);
            locks.forget(username);
            trail.append(deed(administrator.actor(), "PASSWORD_RESET", username, Map.of(), Map.of()));
        });
        return password;
    }

    private Account absentUnlessThere(String username) {
        return find(username).orElseThrow(AbsentAccount::new);
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

    private RuntimeException taken(String username, DuplicateKeyException e) {
        return find(username).isPresent() ? new UsernameTaken() : new ExternalIdTaken();
    }

    private static Deed deed(
            Actor actor, String act, String username, Map<String, String> before, Map<String, String> after) {
        return new Deed(actor, act, new Subject(Subject.Kind.ACCOUNT, username), before, after);
    }

    private static Map<String, String> facts(Account account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", account.name());
        facts.put("role", account.role().name());
        facts.put("institutionId", String.valueOf(account.scope().institutionId()));
        facts.put("regionCode", String.valueOf(account.scope().regionCode()));
        facts.put("externalId", String.valueOf(account.externalId()));
        return facts;
    }
}
