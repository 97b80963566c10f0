package io.zhengxun.notifier.telling;

import io.zhengxun.registry.notice.NewNotice;

/** A notice, and the event of which it tells. */
public record Told(long eventId, NewNotice notice) {}
