package io.zhengxun.registry.institution;

/** The province or one of its 21 cities, with its centre. Codes are the six digits of GB/T 2260. */
public record Region(String code, String name, Kind kind, String centreName) {

    public static final String PROVINCE_CODE = "440000";

    public enum Kind {
        PROVINCE,
        CITY
    }
}
