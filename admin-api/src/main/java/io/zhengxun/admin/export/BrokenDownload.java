package io.zhengxun.admin.export;

/** A workbook broke off when part of it had left already; the connection is cut, so that nobody takes it for whole. */
public class BrokenDownload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenDownload(Exception cause) {
        super("A workbook broke off.", cause);
    }
}
