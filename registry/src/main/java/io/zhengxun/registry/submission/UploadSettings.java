package io.zhengxun.registry.submission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long refused files are kept for the way back.
 *
 * @param kept how long each is kept
 * @param mostKept of one institution: older ones go, so that trying again and again does not fill the database
 */
@ConfigurationProperties("zhengxun.upload")
public record UploadSettings(@DefaultValue("7d") Duration kept, @DefaultValue("20") int mostKept) {}
