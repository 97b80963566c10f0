package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the trail keeps of an account (W4). */
final class AccountDeeds {

    private AccountDeeds() {}

    static Deed opened(Account account, Actor by) {
        return new Deed(by, "ACCOUNT_OPENED", subject(account.username()), Map.of(), facts(account));
    }

    static Deed changed(Account before, Account after, Actor by) {
        return new Deed(by, "ACCOUNT_CHANGED", subject(before.username()), facts(before), facts(after));
    }

    /** An act that says everything. */
    static Deed of(Actor by, String act, String username) {
        return new Deed(by, act, subject(username), Map.of(), Map.of());
    }

    private static Subject subject(String username) {
        return new Subject(Subject.Kind.ACCOUNT, username);
    }

    private static Map<String, String> facts(Account account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", account.name());
        facts.put("role", account.role().name());
        facts.put("institutionId", String.valueOf(account.scope().institutionId()));
        facts.put("regionCode", String.valueOf(account.scope().regionCode()));
        facts.put("externalId", String.valueOf(account.externalId()));
        return facts;
    }
}
