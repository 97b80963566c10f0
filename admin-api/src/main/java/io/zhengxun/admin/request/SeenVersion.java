package io.zhengxun.admin.request;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.List;

/** The version of what a person looked at, as the form of an act on it has it (W4). */
public final class SeenVersion {

    private SeenVersion() {}

    /** @throws FieldsRefused if the form has none: whether somebody acted meanwhile cannot be told then */
    public static int of(Integer version) {
        if (version == null) {
            throw new FieldsRefused("W4", List.of(FieldFlaw.of("version", "required")));
        }
        return version;
    }
}
