package io.zhengxun.bot.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * What people see who come to an address below the pages' that there is not, or otherwise than by a tap: a page, as all of them.
 * Programs do not come here, so that it does not depend on what the caller says to take.
 */
@Component
class MissedPages implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final String PAGES = "/m/";

    private final NoticePages pages;

    MissedPages(NoticePages pages) {
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** What Spring refuses before one of our methods is called; what these throw is handled where they are. */
    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!(failure instanceof ErrorResponse refusal) || !request.getServletPath().startsWith(PAGES)) {
            return null;
        }
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return page(refusal.getStatusCode(), request.getServletPath());
    }

    /** What is refused before Spring's part begins, e.g. an address with two slashes. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(model.get("path"));
        return path.startsWith(request.getContextPath() + PAGES) ? page(status, path) : null;
    }

    private ModelAndView page(HttpStatusCode status, String path) {
        Page page = pages.saying(key(status), style(path));
        View view = (model, request, response) -> write(page, request, response);
        ModelAndView shown = new ModelAndView(view);
        shown.setStatus(status);
        return shown;
    }

    private static String key(HttpStatusCode status) {
        if (status.is5xxServerError()) {
            return "later";
        }
        return status.value() == HttpStatus.NOT_FOUND.value() ? "nothing" : "not-so";
    }

    /** Seen from there: what is in front of the path, outside, is not known here. */
    private static String style(String path) {
        long deeper = path.substring(path.indexOf(PAGES) + PAGES.length()).chars().filter(c -> c == '/').count();
        return "../".repeat((int) deeper) + "page.css";
    }

    private static void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.headers().forEach((name, values) -> response.setHeader(name, values.get(0)));
        response.setContentLength(page.html().length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(page.html());
        }
    }
}
