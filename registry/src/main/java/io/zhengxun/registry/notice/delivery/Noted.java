package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Decision;

/**
 * A decision about a notice.
 *
 * @param detail as {@link Decision} says; nothing personal, at most 200 characters
 */
public record Noted(long noticeId, Decision decision, String detail) {}
