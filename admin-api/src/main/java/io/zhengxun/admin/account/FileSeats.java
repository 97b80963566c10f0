package io.zhengxun.admin.account;

import io.zhengxun.admin.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Few files at once, uploads and annotated sheets: each is in memory as a whole and keeps a core busy. The next one is
 * asked to come back.
 */
final class FileSeats extends OncePerRequestFilter {

    private static final String SECONDS = "10";

    private final Semaphore seats;
    private final ProblemWriter problems;

    FileSeats(int seats, ProblemWriter problems) {
        this.seats = new Semaphore(seats);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean upload = request.getMethod().equals("POST") && request.getRequestURI().endsWith(ApiSecurity.SUBMISSIONS);
        return !upload && !request.getRequestURI().endsWith(ApiSecurity.SHEET);
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
