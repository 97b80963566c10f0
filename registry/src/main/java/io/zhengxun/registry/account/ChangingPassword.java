package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject.Kind;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People choose a new password (G 25: strong, none of the last five), or an administrator has one made for them; all
 * their sessions end.
 */
@Component
public class ChangingPassword {

    private static final String RULE = "G 25";

    private final AccountMapper mapper;
    private final Passwords passwords;
    private final LogInLocks locks;
    private final AccountSettings settings;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangingPassword(
            AccountMapper mapper,
            Passwords passwords,
            LogInLocks locks,
            AccountSettings settings,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.passwords = passwords;
        this.locks = locks;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param current a wrong one counts like a failed log-in
     * @throws FieldsRefused with all that is wrong in the new one
     * @throws LogInLocked after too many wrong ones
     */
    public void change(Staff staff, String current, String chosen) {
        AccountRow row = mapper.byUsername(staff.username());
        locks.count(row.username());
        if (!passwords.matches(current, row.passwordHash())) {
            throw new FieldsRefused(RULE, List.of(FieldFlaw.of("currentPassword", "password.wrong")));
        }
        locks.forget(row.username());
        FieldsRefused.throwIfAny(RULE, flaws(row, chosen));
        String hash = passwords.hash(chosen);
        transaction.executeWithoutResult(status -> {
            if (mapper.setPassword(row, hash, false, clock.instant()) == 0) {
                throw new AccountChanged();
            }
            mapper.remember(row.id(), hash);
            trail.append(Deed.of(staff.actor(), "PASSWORD_CHANGED", Kind.ACCOUNT, row.username(), Map.of()));
        });
    }

    /** A new random password that must be changed at the next log-in; sessions and a lock end. To be shown once. */
    public String reset(String username, Staff administrator) {
        AccountRow row = Optional.ofNullable(mapper.byUsername(username)).orElseThrow(AbsentAccount::new);
        String password = InitialPassword.random();
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            if (mapper.setPassword(row, hash, true, clock.instant()) == 0) {
                throw new AccountChanged();
            }
            mapper.remember(row.id(), hash);
            locks.forget(username);
            trail.append(AccountDeeds.of(administrator.actor(), "PASSWORD_RESET", username));
        });
        return password;
    }

    private List<FieldFlaw> flaws(AccountRow row, String chosen) {
        List<FieldFlaw> flaws = PasswordRules.flaws("newPassword", chosen, row.username(), settings.passwordLength());
        int kept = settings.passwordsKept();
        // Only one that is fit otherwise: each comparison costs a hash.
        if (flaws.isEmpty() && passwords.matchesAny(chosen, mapper.lastPasswords(row.id(), kept))) {
            flaws.add(FieldFlaw.of("newPassword", "password.reused", String.valueOf(kept)));
        }
        return flaws;
    }
}
