package io.zhengxun.admin.access;

import io.zhengxun.admin.problem.ProblemWriter;
import io.zhengxun.admin.session.Entry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Few files at once, uploads and annotated sheets: each is in memory as a whole and keeps a core busy. The next one is
 * asked to come back.
 */
final class FileSeats extends OncePerRequestFilter {

    private static final String SECONDS = "10";
    /** Matched like the controllers' paths: decoded, so that no spelling of a path goes uncounted. */
    private static final RequestMatcher FILES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.SUBMISSIONS),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.ISSUANCES),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.EXPORTS),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.CORRECTIONS),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.RECEIPTS),
            PathPatternRequestMatcher.withDefaults().matcher(ApiSecurity.SHEETS));

    private final Semaphore seats;
    private final ProblemWriter problems;

    FileSeats(int seats, ProblemWriter problems) {
        this.seats = new Semaphore(seats);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Who is not logged in is turned away with the body unread, and must not keep others out for a moment.
        boolean stranger = !(SecurityContextHolder.getContext().getAuthentication() instanceof Entry);
        return stranger || !FILES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!seats.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "busy", SECONDS);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            seats.release();
        }
    }
}
