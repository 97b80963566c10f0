package io.zhengxun.registry.consultation;

import java.time.Instant;
import java.util.List;

/**
 * When an answer may be expected.
 *
 * @param openNow whether it is office time now
 * @param holidays names of the holidays that lie between, e.g. 国庆节
 * @param weekend whether days of a weekend lie between
 * @param provisional whether a year was looked at whose holidays are not arranged yet (T2)
 */
public record Expected(Instant at, boolean openNow, List<String> holidays, boolean weekend, boolean provisional) {}
