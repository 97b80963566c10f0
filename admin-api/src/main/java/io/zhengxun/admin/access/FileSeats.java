package io.zhengxun.admin.access;

import io.zhengxun.admin.problem.ProblemWriter;
import io.zhengxun.admin.session.Entry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Few files at once, whatever is uploaded, annotated sheets and files for the ministry: each is in memory as a whole and
 * keeps a core busy. The next one waits for a moment and is then asked to come back.
 */
final class FileSeats extends OncePerRequestFilter {

    private static final String SECONDS = "10";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Files that are made, not sent. Matched like the controllers' paths: no spelling of a path goes uncounted. */
    private static final RequestMatcher MADE = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ApiSecurity.EXPORTS),
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
        return stranger || !(SmallBodies.isFile(request) || MADE.matches(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isSeated()) {
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

    /** Most files are small and done at once: a short wait saves their people from coming back. */
    private boolean isSeated() {
        try {
            return seats.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
