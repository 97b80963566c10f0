package io.zhengxun.admin.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers that are files. */
public final class Downloads {

    private Downloads() {}

    /** No intermediary may keep them: they may hold personal data (Q6). */
    public static void begin(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    }
}
