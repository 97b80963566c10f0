package io.zhengxun.admin.export;

import org.apache.coyote.CloseNowException;

/**
 * A workbook broke off when part of it had left already. The container cuts the connection, so that nobody takes it
 * for whole. Without a cause: its message may quote values.
 */
public class BrokenDownload extends CloseNowException {

    private static final long serialVersionUID = 1L;

    BrokenDownload() {
        super("A workbook broke off.");
    }
}
