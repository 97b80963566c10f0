package io.zhengxun.admin.session;

import org.springframework.dao.TransientDataAccessResourceException;

/** Redis, which keeps the sessions, does not answer: nobody can be recognised, and nobody gets in. */
public class SessionsAway extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    SessionsAway(Throwable cause) {
        super("The sessions cannot be asked.", cause);
    }
}
