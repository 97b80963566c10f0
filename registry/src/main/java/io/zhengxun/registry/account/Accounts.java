package io.zhengxun.registry.account;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff, for whoever asks who somebody is. */
@Component
public class Accounts {

    private final AccountMapper mapper;
    private final AccountSettings settings;
    private final Clock clock;

    Accounts(AccountMapper mapper, AccountSettings settings, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
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
}
