package io.zhengxun.bot.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads the bodies of pushes. A body that trickles in holds a request thread; whoever cannot show a right signature in the query
 * gets few of them, so that strangers who send slowly or never finish cannot keep WeChat's pushes out.
 */
@Component
class PushBodies {

    private static final int STRANGERS = 16;

    private final Semaphore seats = new Semaphore(STRANGERS);

    /** @throws RefusedPush when too many strangers are being read already, or as {@link PushBody#read} */
    byte[] read(HttpServletRequest request, boolean vouchedFor) {
        if (vouchedFor) {
            return PushBody.read(request);
        }
        if (!seats.tryAcquire()) {
            throw new RefusedPush(HttpStatus.SERVICE_UNAVAILABLE, "too many unsigned requests at once");
        }
        try {
            return PushBody.read(request);
        } finally {
            seats.release();
        }
    }
}
