package io.zhengxun.registry.issuance;

/** The fields of an issuance (T3), in the order of the template. */
public enum IssuanceField {
    PLAN_NO("planNo", "评价计划编号"),
    OCCUPATION("occupation", "职业名称"),
    LEVEL("level", "职业技能等级"),
    COUNT("count", "发证人数"),
    ISSUE_DATE("issueDate", "发证日期");

    private final String key;
    private final String header;

    IssuanceField(String key, String header) {
        this.key = key;
        this.header = header;
    }

    /** Its name in a form. */
    public String key() {
        return key;
    }

    /** The column's name in the template. */
    public String header() {
        return header;
    }
}
