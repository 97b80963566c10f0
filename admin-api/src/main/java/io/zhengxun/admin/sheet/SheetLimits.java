package io.zhengxun.admin.sheet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a handed-in sheet may cost.
 *
 * @param fileSize of the file as uploaded
 * @param rows rows with data, the header not counted
 * @param inflatedSize of everything packed in an .xlsx together
 * @param inflation how many times its packed size a part of an .xlsx may have
 */
@ConfigurationProperties("zhengxun.admin.sheet")
public record SheetLimits(
        @DefaultValue("32MB") DataSize fileSize,
        @DefaultValue("100000") int rows,
        @DefaultValue("300MB") DataSize inflatedSize,
        @DefaultValue("200") int inflation) {}
