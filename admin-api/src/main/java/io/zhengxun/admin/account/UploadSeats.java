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

/** Few uploads at once: each holds its file in memory and keeps a core busy. The next one is asked to come back. */
final class UploadSeats extends OncePerRequestFilter {

    private static final String SECONDS = "10";

    private final Semaphore seats;
    private final ProblemWriter problems;

    UploadSeats(int seats, ProblemWriter problems) {
        this.seats = new Semaphore(seats);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().endsWith(ApiSecurity.SUBMISSIONS));
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
