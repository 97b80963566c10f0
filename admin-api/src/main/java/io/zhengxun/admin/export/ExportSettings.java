package io.zhengxun.admin.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is exported.
 *
 * @param rows the most in a workbook, 1 to 1,000,000; what is cut off is said on a last line
 * @param atOnce how many workbooks are written at the same time: each keeps a core busy
 */
@ConfigurationProperties("zhengxun.export")
record ExportSettings(@DefaultValue("1000000") int rows, @DefaultValue("2") int atOnce) {

    /** A sheet has 1,048,576 rows. */
    private static final int MOST = 1_000_000;

    ExportSettings {
        if (rows < 1 || rows > MOST || atOnce < 1) {
            throw new IllegalArgumentException(
                    "zhengxun.export.rows must be 1 to " + MOST + ", zhengxun.export.at-once at least 1.");
        }
    }
}
