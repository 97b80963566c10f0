package io.zhengxun.admin.export;

/** As many workbooks are being written as may be at once. */
public class ExportsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportsBusy() {
        super("Too many workbooks at once.");
    }
}
