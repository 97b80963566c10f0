package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.FieldFlaw;
import java.util.EnumMap;
import java.util.Map;

/** An issuance as somebody wrote it: nothing is checked yet. */
public final class IssuanceForm {

    private final Map<IssuanceField, String> texts = new EnumMap<>(IssuanceField.class);
    private final Map<IssuanceField, FieldFlaw> unusable = new EnumMap<>(IssuanceField.class);

    /** @param text null is the same as empty */
    public IssuanceForm with(IssuanceField field, String text) {
        texts.put(field, text == null ? "" : text.strip());
        return this;
    }

    /** What was written cannot be read at all, e.g. a formula. */
    public IssuanceForm without(IssuanceField field, FieldFlaw why) {
        unusable.put(field, why);
        return this;
    }

    String text(IssuanceField field) {
        return texts.getOrDefault(field, "");
    }

    FieldFlaw unusable(IssuanceField field) {
        return unusable.get(field);
    }
}
