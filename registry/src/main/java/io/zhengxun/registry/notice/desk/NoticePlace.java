package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Notice;
import java.time.Instant;

/** The place of a notice in a list, of which the newest comes first. */
public record NoticePlace(Instant createdAt, long id) {

    public static NoticePlace of(Notice notice) {
        return new NoticePlace(notice.createdAt(), notice.id());
    }
}
