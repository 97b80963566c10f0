package io.zhengxun.registry.certificate;

import java.util.Map;
import java.util.Optional;

/** The first two digits of GB/T 2260, as certificate numbers and identity numbers use them. */
final class Provinces {

    /** The province whose certificates this system keeps (C3). */
    static final String OWN = "44";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("11", "北京"), Map.entry("12", "天津"), Map.entry("13", "河北"), Map.entry("14", "山西"),
            Map.entry("15", "内蒙古"), Map.entry("21", "辽宁"), Map.entry("22", "吉林"), Map.entry("23", "黑龙江"),
            Map.entry("31", "上海"), Map.entry("32", "江苏"), Map.entry("33", "浙江"), Map.entry("34", "安徽"),
            Map.entry("35", "福建"), Map.entry("36", "江西"), Map.entry("37", "山东"), Map.entry("41", "河南"),
            Map.entry("42", "湖北"), Map.entry("43", "湖南"), Map.entry(OWN, "广东"), Map.entry("45", "广西"),
            Map.entry("46", "海南"), Map.entry("50", "重庆"), Map.entry("51", "四川"), Map.entry("52", "贵州"),
            Map.entry("53", "云南"), Map.entry("54", "西藏"), Map.entry("61", "陕西"), Map.entry("62", "甘肃"),
            Map.entry("63", "青海"), Map.entry("64", "宁夏"), Map.entry("65", "新疆"),
            // Not in GB/T 2260, but the corps files certificates of its own.
            Map.entry("66", "新疆生产建设兵团"));

    private Provinces() {}

    static Optional<String> nameOf(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }
}
