package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom an account can reach by a route. */
@Component
class Addressees {

    private final Phones phones;
    private final Accounts accounts;

    Addressees(Phones phones, Accounts accounts) {
        this.phones = phones;
        this.accounts = accounts;
    }

    /** @throws PlatformError if the account is of a kind that has not this route */
    void requireRoute(Route route, Account sender) {
        if (accounts.isMini(sender) != (route == Route.MINI)) {
            throw new PlatformError(PlatformError.UNAUTHORIZED);
        }
    }

    /**
     * The phone of somebody who can be reached; empty for one of the crowd, who have none.
     *
     * @throws PlatformError if the platform refuses it at once
     */
    Optional<Phone> require(Route route, String openId) {
        if (phones.inCrowd(openId)) {
            return Optional.empty();
        }
        Phone phone = (route == Route.MINI ? phones.findMini(openId) : phones.find(openId))
                .orElseThrow(() -> new PlatformError(PlatformError.BAD_OPEN_ID));
        if (route == Route.TEMPLATE && !phone.following()) {
            throw new PlatformError(PlatformError.NOT_FOLLOWING);
        }
        switch (phone.hearing()) {
            case REFUSED -> throw new PlatformError(PlatformError.REFUSED_BY_USER);
            case BLACKLISTED -> throw new PlatformError(PlatformError.BLACKLISTED);
            case ALL, BLOCKED -> { }
        }
        return Optional.of(phone);
    }
}
