package io.zhengxun.admin.session;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Obligation;
import io.zhengxun.registry.account.Staff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person who was recognised, and how. The principal is the {@link Staff}. */
public final class Entry extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Staff staff;
    private final transient Account account;
    private final transient Token token;
    private final boolean byCookie;
    private final transient Set<Obligation> owed;

    private Entry(Staff staff, Account account, Token token, boolean byCookie, Set<Obligation> owed) {
        super(List.of());
        this.staff = staff;
        this.account = account;
        this.token = token;
        this.byCookie = byCookie;
        this.owed = Set.copyOf(owed);
        setAuthenticated(true);
    }

    /** By a session of ours. */
    public static Entry ofSession(
            Staff staff, Account account, Token token, boolean byCookie, Set<Obligation> owed) {
        return new Entry(staff, account, token, byCookie, owed);
    }

    /** By the identity platform, which looks after passwords and second factors itself. */
    public static Entry ofPlatform(Staff staff, Account account) {
        return new Entry(staff, account, null, false, Set.of());
    }

    public Staff staff() {
        return staff;
    }

    public Account account() {
        return account;
    }

    /** Empty for whom the identity platform recognised. */
    public Optional<Token> token() {
        return Optional.ofNullable(token);
    }

    /** Whether a browser sent the token by itself, also on behalf of a foreign page. */
    public boolean byCookie() {
        return byCookie;
    }

    /** What the person must do before anything else. */
    public Set<Obligation> owed() {
        return owed;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return staff;
    }

    @Override
    public String toString() {
        return "Entry[" + staff.username() + "]";
    }
}
