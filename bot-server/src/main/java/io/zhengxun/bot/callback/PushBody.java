package io.zhengxun.bot.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Reads a body up to the limit and not further, whether its length was announced or not. */
final class PushBody {

    /** The longest text message is some 2 KB; encrypted with all its fields it stays below 16 KB. */
    static final int MOST_BYTES = 64 * 1024;

    private PushBody() {}

    static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new RefusedPush(HttpStatus.CONTENT_TOO_LARGE, "body is too long");
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new RefusedPush(HttpStatus.BAD_REQUEST, "body is incomplete");
        }
        if (body.length > MOST_BYTES) {
            throw new RefusedPush(HttpStatus.CONTENT_TOO_LARGE, "body is too long");
        }
        return body;
    }
}
