package io.zhengxun.registry.submission.review;

import java.util.Map;

/**
 * What shall be done, and what the person adds to it.
 *
 * @param remark free text, null or empty if there is none
 */
public record ReviewOrder(ReviewAct act, String remark) {

    /**
     * What goes on record of it.
     *
     * @throws io.zhengxun.registry.refusal.FieldsRefused for a remark that cannot be kept, or is missing
     */
    Map<String, String> facts() {
        Remark checked = new Remark(remark);
        String text = (act.needsRemark() ? checked.required() : checked).text();
        return text.isEmpty() ? Map.of() : Map.of("remark", text);
    }
}
