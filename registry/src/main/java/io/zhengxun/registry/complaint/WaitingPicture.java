package io.zhengxun.registry.complaint;

import java.time.Instant;

/**
 * A picture that one worker has in hand.
 *
 * @param mediaId the platform's
 * @param filedAt when the complaint was filed
 * @param tries how often it was tried before
 * @param until so long nobody else takes it; after that the worker's outcome counts no more
 */
public record WaitingPicture(long id, String mediaId, Instant filedAt, int tries, Instant until) {

    /** Without the media id, with which the picture could be fetched. */
    @Override
    public String toString() {
        return "WaitingPicture[" + id + "]";
    }
}
