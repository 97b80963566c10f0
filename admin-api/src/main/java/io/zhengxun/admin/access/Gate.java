package io.zhengxun.admin.access;

import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.account.Open;
import io.zhengxun.admin.problem.ProblemWriter;
import io.zhengxun.admin.session.Entry;
import io.zhengxun.registry.account.Obligation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets pass whom the controller's method admits by its annotation: one of {@link Open}, {@link AnyStaff} and
 * {@link Allowed}. A method without any admits nobody. Looks at the methods of this application only.
 */
final class Gate implements HandlerInterceptor {

    private static final String OURS = "io.zhengxun.admin.";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final ProblemWriter problems;

    Gate(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // What is dispatched again, to end a streamed answer, has passed before.
        boolean foreign = !(handler instanceof HandlerMethod called)
                || !called.getBeanType().getName().startsWith(OURS);
        if (foreign || request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        if (isOfAnotherSite(request)) {
            problems.write(response, HttpStatus.FORBIDDEN, "cross-site");
            return false;
        }
        Method method = ((HandlerMethod) handler).getMethod();
        return method.isAnnotationPresent(Open.class) || admits(method, request, response);
    }

    private boolean admits(Method method, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(Doorkeeper.FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Entry entry)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhengxun\"");
            problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated");
            return false;
        }
        String refusal = refusal(method, entry, request);
        if (refusal != null) {
            problems.write(response, HttpStatus.FORBIDDEN, refusal);
        }
        return refusal == null;
    }

    /** The code of what keeps the person out; null if nothing does. */
    private static String refusal(Method method, Entry entry, HttpServletRequest request) {
        if (entry.byCookie() && !READING.contains(request.getMethod()) && !showsOurPage(entry, request)) {
            return "csrf";
        }
        AnyStaff anyStaff = method.getAnnotation(AnyStaff.class);
        Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(method, Allowed.class);
        if (anyStaff == null
                && (allowed == null || !Set.of(allowed.value()).contains(entry.staff().role()))) {
            return "forbidden";
        }
        if (anyStaff != null && anyStaff.evenObliged() || entry.owed().isEmpty()) {
            return null;
        }
        return entry.owed().contains(Obligation.CHANGE_PASSWORD) ? "password-change-owed" : "totp-owed";
    }

    private static boolean showsOurPage(Entry entry, HttpServletRequest request) {
        String given = request.getHeader("X-CSRF-Token");
        return entry.token().filter(token -> token.csrfIs(given)).isPresent();
    }

    /**
     * All current browsers tell where a request comes from. Before the log-in there is no CSRF token yet: a foreign page
     * must not log people in either.
     */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && OTHER_SITES.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));
    }
}
