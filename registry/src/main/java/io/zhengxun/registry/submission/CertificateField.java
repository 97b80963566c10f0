package io.zhengxun.registry.submission;

/** The fields of a certificate as a batch reports them (C1, G 7), in the standard order. */
public enum CertificateField {
    NAME("姓名"),
    ID_TYPE("证件类型"),
    ID_NUMBER("证件号码"),
    OCCUPATION("职业名称"),
    JOB("工种/职业方向"),
    LEVEL("职业技能等级"),
    NUMBER("证书编号"),
    ISSUE_DATE("发证日期"),
    INSTITUTION("发证机构名称");

    private final String header;

    CertificateField(String header) {
        this.header = header;
    }

    /** The column's name in the template; reports name the field by it. */
    public String header() {
        return header;
    }
}
