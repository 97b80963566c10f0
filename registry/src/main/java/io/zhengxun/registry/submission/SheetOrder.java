package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.request.RequestKey;

/**
 * A sheet that somebody hands in for an institution.
 *
 * @param key of the request, or null
 */
public record SheetOrder(BatchFile file, Institution institution, Staff by, RequestKey key) {}
