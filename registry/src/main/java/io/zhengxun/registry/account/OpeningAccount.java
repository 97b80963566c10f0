package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody opens an account for a person, on record (W4). */
@Component
public class OpeningAccount {

    private final AccountMapper mapper;
    private final AccountForm form;
    private final Passwords passwords;
    private final AccountSettings settings;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpeningAccount(
            AccountMapper mapper,
            AccountForm form,
            Passwords passwords,
            AccountSettings settings,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.form = form;
        this.passwords = passwords;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
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
            trail.append(AccountDeeds.opened(row.account(), actor));
        });
    }

    private RuntimeException taken(String username, DuplicateKeyException e) {
        return mapper.byUsername(username) != null ? new UsernameTaken() : new ExternalIdTaken();
    }
}
