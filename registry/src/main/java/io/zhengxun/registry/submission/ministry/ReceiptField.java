package io.zhengxun.registry.submission.ministry;

/** The fields of a receipt as the ministry's file names them (R4). */
public enum ReceiptField {
    NUMBER("证书编号"),
    RESULT("结果"),
    PUBLISHED_ON("公布日期"),
    REASON("退回原因");

    private final String header;

    ReceiptField(String header) {
        this.header = header;
    }

    /** The column's name. */
    public String header() {
        return header;
    }
}
