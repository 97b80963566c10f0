package io.zhengxun.registry.certificate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The identity documents under which a certificate may be issued (C2). */
public enum IdType {
    RESIDENT_ID("居民身份证", "身份证", "二代身份证", "第二代居民身份证", "中华人民共和国居民身份证", "公民身份号码"),
    RESIDENCE_PERMIT("港澳台居民居住证", "港澳台居住证", "港澳居民居住证", "台湾居民居住证"),
    HONG_KONG_MACAO_PERMIT("港澳居民来往内地通行证", "港澳居民往来内地通行证", "港澳来往内地通行证", "回乡证"),
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "台湾居民往来大陆通行证", "台胞证"),
    FOREIGNER_PERMANENT_RESIDENCE("外国人永久居留身份证", "外国人永久居留证", "永久居留身份证", "永居证", "外国人居留证"),
    PASSPORT("护照", "中国护照", "外国护照", "普通护照", "因私护照");

    private static final Map<String, IdType> BY_ALIAS = aliases();
    private static final String LABELS = Arrays.stream(values()).map(IdType::label).collect(Collectors.joining("、"));

    private final String label;
    private final List<String> aliases;

    IdType(String label, String... aliases) {
        this.label = label;
        this.aliases = List.of(aliases);
    }

    /** The official name. */
    public String label() {
        return label;
    }

    /** Reads the official name or a common other name, such as 身份证, 回乡证, 台胞证. */
    public static Reading<IdType> read(String raw) {
        IdType type = BY_ALIAS.get(TypedText.compact(raw));
        return type != null
                ? new Reading.Valid<>(type)
                : new Reading.Doubtful<>(List.of(Flaw.of("C2", "id-type.unknown", LABELS)));
    }

    private static Map<String, IdType> aliases() {
        Map<String, IdType> types = new HashMap<>();
        for (IdType type : values()) {
            types.put(type.label, type);
            type.aliases.forEach(alias -> types.put(alias, type));
        }
        return Map.copyOf(types);
    }
}
