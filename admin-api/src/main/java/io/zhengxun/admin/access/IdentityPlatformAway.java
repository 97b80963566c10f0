package io.zhengxun.admin.access;

import org.springframework.dao.TransientDataAccessResourceException;

/** The identity platform's keys cannot be had: its tokens cannot be judged, and nobody gets in by them. */
class IdentityPlatformAway extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    IdentityPlatformAway(Throwable cause) {
        super("The identity platform cannot be asked.", cause);
    }
}
