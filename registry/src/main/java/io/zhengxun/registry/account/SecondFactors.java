package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject.Kind;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A second factor at log-in: one-time codes of an authenticator application (RFC 6238). Its secret is kept sealed. */
@Component
public class SecondFactors {

    private final AccountMapper mapper;
    private final Vault vault;
    private final LogInLocks locks;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondFactors(
            AccountMapper mapper,
            Vault vault,
            LogInLocks locks,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.locks = locks;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A secret in Base32, to be shown once; it counts only after {@link #confirm}. */
    public record Secret(String base32) {

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** @throws SecondFactorThere if the account has one already */
    @Transactional
    public Secret propose(Staff staff) {
        byte[] secret = Totp.newSecret();
        if (mapper.proposeTotp(row(staff).id(), vault.seal(secret)) == 0) {
            throw new SecondFactorThere();
        }
        return new Secret(Totp.base32(secret));
    }

    /**
     * From now on log-in asks for a code.
     *
     * @throws CodeRefused if it is not the code of the proposed secret
     */
    @Transactional
    public void confirm(Staff staff, String code) {
        AccountRow row = row(staff);
        if (row.secondFactor()) {
            throw new SecondFactorThere();
        }
        long step = step(row, code).orElseThrow(CodeRefused::new);
        if (mapper.confirmTotp(row, clock.instant(), step) == 0) {
            throw new AccountChanged();
        }
        trail.append(Deed.of(staff.actor(), "TOTP_SET_UP", Kind.ACCOUNT, row.username(), Map.of()));
    }

    /**
     * Log-in asks for no code any more.
     *
     * @param code a current one: an unattended session must not suffice; a wrong one counts like a failed log-in (G 25)
     * @throws CodeRefused if it is not one
     * @throws LogInLocked after too many wrong ones
     */
    public void remove(Staff staff, String code) {
        AccountRow row = row(staff);
        if (row.totpRequired()) {
            throw new SecondFactorRequired();
        }
        if (row.secondFactor()) {
            // Committed before the code is looked at: the refusal of a wrong one takes nothing of it back.
            locks.count(row.username());
        }
        transaction.executeWithoutResult(status -> remove(row, code, staff));
    }

    private void remove(AccountRow row, String code, Staff staff) {
        if (row.secondFactor()) {
            if (!use(row, code)) {
                throw new CodeRefused();
            }
            locks.forget(row.username());
        }
        mapper.removeTotp(row.id(), 0);
        if (row.secondFactor()) {
            trail.append(Deed.of(staff.actor(), "TOTP_REMOVED", Kind.ACCOUNT, row.username(), Map.of()));
        }
    }

    /** An administrator takes the factor of an account away, e.g. because the telephone is lost; its sessions end. */
    @Transactional
    public void removeFrom(String username, Staff administrator) {
        AccountRow row = Optional.ofNullable(mapper.byUsername(username)).orElseThrow(AbsentAccount::new);
        mapper.removeTotp(row.id(), 1);
        trail.append(Deed.of(administrator.actor(), "TOTP_REMOVED", Kind.ACCOUNT, username, Map.of()));
    }

    /** Uses a code up; false if it is wrong or was used before. Within the caller's transaction. */
    boolean use(AccountRow row, String code) {
        return step(row, code).filter(step -> mapper.useTotp(row.id(), step) == 1).isPresent();
    }

    private Optional<Long> step(AccountRow row, String code) {
        return row.totpSealed() == null
                ? Optional.empty()
                : Totp.stepOf(vault.openBytes(row.totpSealed()), code, clock.instant());
    }

    private AccountRow row(Staff staff) {
        return Optional.ofNullable(mapper.byUsername(staff.username())).orElseThrow(AbsentAccount::new);
    }
}
