package io.zhengxun.registry.request;

import io.zhengxun.registry.privacy.Vault;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts once for a request that comes several times under one key: the key is part of the act's own transaction. A
 * repetition waits for the first one and gets its answer; if the first one failed, nothing of it is left and the
 * repetition acts.
 *
 * <pre>{@code
 * @PostMapping
 * Registered register(@AuthenticationPrincipal Staff staff, @RequestBody Form form, RequestKey key) {
 *     return onceOnly.run(key, Registered.class, () -> Registered.of(issuances.register(form.checked(), staff)));
 * }
 * }</pre>
 */
@Component
public class OnceOnly {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 3;
    private static final String LABEL = "request";
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final RequestKeyMapper mapper;
    private final OldKeys oldKeys;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OnceOnly(RequestKeyMapper mapper, OldKeys oldKeys, Vault vault, Clock clock, PlatformTransactionManager manager) {
        this.mapper = mapper;
        this.oldKeys = oldKeys;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * Runs the act in a transaction, the caller's if there is one. After a deadlock, or where the
     * act found that something had changed while it looked, the whole act is run again, unless the transaction is the
     * caller's: an act changes nothing but the database.
     *
     * @param key null for a request without one, which is always acted on
     * @param type of the answer, a record or another value that JSON can hold; it is kept sealed
     * @throws RequestKeyReused if the key was used for another request
     * @throws RequestUnderWay if the first request takes too long to be waited for
     */
    public <T> T run(RequestKey key, Class<T> type, Supplier<T> act) {
        Supplier<T> once = key == null ? act : () -> once(key, type, act);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once.get();
        }
        T answer = inTransaction(once);
        if (key != null) {
            oldKeys.clear();
        }
        return answer;
    }

    private <T> T inTransaction(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> act.get());
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS || errorCode(e) == LOCK_WAIT_TIMEOUT) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(RequestKey key, Class<T> type, Supplier<T> act) {
        if (!claimed(key)) {
            return earlierAnswer(key, type);
        }
        T answer = act.get();
        mapper.answer(key, vault.seal(JSON.writeValueAsBytes(answer)));
        return answer;
    }

    /** False if the key is there already; where its transaction is still open, this waits for its end. */
    private boolean claimed(RequestKey key) {
        try {
            mapper.claim(key, vault.stamp(LABEL, key.digest()), clock.instant());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } catch (PessimisticLockingFailureException e) {
            throw errorCode(e) == LOCK_WAIT_TIMEOUT ? new RequestUnderWay() : e;
        }
    }

    private <T> T earlierAnswer(RequestKey key, Class<T> type) {
        RequestKeyMapper.Answered answered = mapper.answered(key);
        if (!vault.stampFits(answered.requestStamp(), LABEL, key.digest())) {
            throw new RequestKeyReused();
        }
        return JSON.readValue(vault.openBytes(answered.answer()), type);
    }

    private static int errorCode(ConcurrencyFailureException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql ? sql.getErrorCode() : 0;
    }
}
