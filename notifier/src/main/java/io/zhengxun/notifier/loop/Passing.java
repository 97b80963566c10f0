package io.zhengxun.notifier.loop;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Tells failures that end by themselves from those that come again with the same work. */
public final class Passing {

    private Passing() {}

    /** The database is away, or two got in each other's way: no fault of what was being done. */
    public static boolean is(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException && !(failure instanceof UnexpectedRollbackException);
    }
}
