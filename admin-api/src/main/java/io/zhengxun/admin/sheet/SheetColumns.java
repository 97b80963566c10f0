package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.CertificateField;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns that a kind of sheet has, by the names that people give them.
 *
 * @param <F> its fields
 */
public final class SheetColumns<F extends Enum<F>> {

    static final SheetColumns<CertificateField> CERTIFICATES = new SheetColumns<>(
                    CertificateField.class, CertificateField::header)
            .also(CertificateField.NAME, "持证人姓名", "持证人", "学员姓名", "考生姓名", "证书持有人")
            .also(CertificateField.ID_TYPE, "证件类别", "身份证件类型", "有效证件类型")
            .also(CertificateField.ID_NUMBER, "证件号", "身份证号", "身份证号码", "身份证件号码", "公民身份号码")
            .also(CertificateField.OCCUPATION, "职业", "职业(工种)", "职业(工种)名称")
            .also(CertificateField.JOB, "工种", "职业方向", "工种名称", "工种(职业方向)", "工种/方向")
            .also(CertificateField.LEVEL, "等级", "级别", "技能等级", "证书等级", "职业等级", "技能级别")
            .also(CertificateField.NUMBER, "证书号", "证书号码", "证书编码")
            .also(CertificateField.ISSUE_DATE, "发证时间", "颁证日期", "颁发日期", "签发日期")
            .also(CertificateField.INSTITUTION, "发证机构", "评价机构", "评价机构名称", "发证单位", "颁证机构");

    private static final int LONGEST_NAME = 60;

    private final Class<F> type;
    private final Function<F, String> header;
    private final Map<String, F> fields;

    /** @param header a field's name in the template */
    public SheetColumns(Class<F> type, Function<F, String> header) {
        this(type, header, Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(header, Function.identity())));
    }

    private SheetColumns(Class<F> type, Function<F, String> header, Map<String, F> fields) {
        this.type = type;
        this.header = header;
        this.fields = Map.copyOf(fields);
    }

    /** With further names of a field, as they are without spaces and in half width. */
    public SheetColumns<F> also(F field, String... names) {
        Map<String, F> more = new HashMap<>(fields);
        List.of(names).forEach(name -> more.put(name, field));
        return new SheetColumns<>(type, header, more);
    }

    Class<F> type() {
        return type;
    }

    int count() {
        return type.getEnumConstants().length;
    }

    String header(F field) {
        return header.apply(field);
    }

    String allHeaders() {
        return Arrays.stream(type.getEnumConstants()).map(header).collect(Collectors.joining("、"));
    }

    /** A name as it is, else without the remark behind it: 证件号码（文本格式）. */
    Optional<F> field(String text) {
        String name = simplified(text);
        int remark = name.indexOf('(');
        F field = fields.get(name);
        return field == null && remark > 0
                ? Optional.ofNullable(fields.get(name.substring(0, remark)))
                : Optional.ofNullable(field);
    }

    private static String simplified(String text) {
        return text.length() > LONGEST_NAME
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*:＊'\\p{Cf}]", "");
    }
}
