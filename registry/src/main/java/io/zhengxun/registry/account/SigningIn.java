package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject.Kind;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person logs in with a password and, where the account has one, a second factor (G 25). */
@Component
public class SigningIn {

    private final AccountMapper accounts;
    private final LogInLocks locks;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SigningIn(
            AccountMapper accounts,
            LogInLocks locks,
            Passwords passwords,
            SecondFactors factors,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.locks = locks;
        this.passwords = passwords;
        this.factors = factors;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * What the person typed, and where from.
     *
     * @param totp the one-time code; empty or null if none was given
     */
    public record Attempt(String username, String password, String totp, String address) {

        String account() {
            return username.strip().toLowerCase(Locale.ROOT);
        }

        /** Nothing of it: people type passwords into the wrong field. */
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /**
     * Costs the same whether the account exists or not.
     *
     * @throws LogInRefused if anything is wrong
     * @throws LogInLocked if too much went wrong before
     * @throws LogInsBusy if too many log in at once
     */
    public Account signIn(Attempt attempt) {
        boolean locking = locks.count(attempt.username());
        AccountRow row = accounts.byUsername(attempt.account());
        boolean right = passwords.matches(attempt.password(), row == null ? passwords.nobodys() : row.passwordHash());
        if (row == null || !right || row.disabledAt() != null || !succeeds(row, attempt)) {
            if (locking && row != null) {
                transaction.executeWithoutResult(status -> trail.append(locked(row, attempt)));
            }
            throw new LogInRefused();
        }
        return row.account();
    }

    /** In one transaction, so that a code is used up, the count is forgotten and the trail has it, or none of them. */
    private boolean succeeds(AccountRow row, Attempt attempt) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (row.secondFactor() && !factors.use(row, attempt.totp())) {
                return false;
            }
            locks.forget(attempt.username());
            trail.append(Deed.of(
                    row.account().staff(attempt.address()).actor(), "LOGGED_IN", Kind.ACCOUNT, row.username(), Map.of()));
            return true;
        }));
    }

    private static Deed locked(AccountRow row, Attempt attempt) {
        Actor somebody = new Actor("unknown", "未登录", "NONE", attempt.address());
        return Deed.of(somebody, "LOG_IN_LOCKED", Kind.ACCOUNT, row.username(), Map.of());
    }
}
