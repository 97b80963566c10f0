package io.zhengxun.admin.access;

import io.zhengxun.admin.session.Entry;
import io.zhengxun.admin.session.Session;
import io.zhengxun.admin.session.SessionCookie;
import io.zhengxun.admin.session.Sessions;
import io.zhengxun.admin.session.Token;
import io.zhengxun.registry.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises who comes. A session counts only while the database says so too: the account is not disabled and has still
 * the session's epoch, so that an end of sessions cannot be missed by any instance. Nobody is turned away here, see
 * {@link Gate}.
 */
final class Doorkeeper extends OncePerRequestFilter {

    /** The request attribute that tells the gate why nobody could be recognised. */
    static final String FAILURE = Doorkeeper.class.getName() + ".failure";

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Accounts accounts;
    private final IdentityPlatform platform;

    Doorkeeper(Sessions sessions, Accounts accounts, IdentityPlatform platform) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.platform = platform;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            recognise(request).ifPresent(entry -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(entry);
                SecurityContextHolder.setContext(context);
            });
        } catch (RuntimeException e) {
            // What is open to all stays open while Redis or the database is away.
            request.setAttribute(FAILURE, e);
        }
        chain.doFilter(request, response);
    }

    private Optional<Entry> recognise(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return SessionCookie.of(request).flatMap(token -> bySession(token, true, request));
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        // Our tokens hold no dots, the platform's are three parts.
        return token.contains(".") ? byPlatform(token, request) : bySession(new Token(token), false, request);
    }

    private Optional<Entry> bySession(Token token, boolean byCookie, HttpServletRequest request) {
        return sessions.use(token).flatMap(session -> bySession(session, token, byCookie, request));
    }

    private Optional<Entry> bySession(Session session, Token token, boolean byCookie, HttpServletRequest request) {
        return accounts.usable(session.accountId())
                .filter(usable -> usable.account().epoch() == session.epoch())
                .map(usable -> Entry.ofSession(
                        usable.account().staff(request.getRemoteAddr()),
                        usable.account(),
                        token,
                        byCookie,
                        usable.owed()));
    }

    private Optional<Entry> byPlatform(String token, HttpServletRequest request) {
        return platform.recognise(token)
                .map(account -> Entry.ofPlatform(account.staff(request.getRemoteAddr()), account));
    }
}
