package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;

/**
 * Published in the transaction that records that no channel is left for a notice: who knows that it is not missed any more
 * can take it from the work list with it.
 */
public record NoticeGaveUp(long noticeId, NoticeKind kind, Deed.Subject subject) {}
