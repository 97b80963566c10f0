package io.zhengxun.registry.submission.ministry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much goes into one file to the ministry: it is written in one transaction.
 *
 * @param mostRows rows of all its batches together
 * @param mostBatches batches
 */
@ConfigurationProperties("zhengxun.ministry")
public record MinistrySettings(@DefaultValue("200000") int mostRows, @DefaultValue("1000") int mostBatches) {}
