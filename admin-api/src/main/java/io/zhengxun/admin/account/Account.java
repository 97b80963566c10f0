package io.zhengxun.admin.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account of the API. */
public final class Account implements UserDetails {

    private static final long serialVersionUID = 1L;

    private final String username;
    private final String encodedPassword;
    private final transient Scope scope;

    Account(String username, String encodedPassword, Scope scope) {
        this.username = username;
        this.encodedPassword = encodedPassword;
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + scope.kind()));
    }

    @Override
    public String getPassword() {
        return encodedPassword;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String toString() {
        return "Account " + username;
    }
}
