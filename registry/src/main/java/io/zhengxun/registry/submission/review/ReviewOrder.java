package io.zhengxun.registry.submission.review;

/**
 * What shall be done, and what the person adds to it.
 *
 * @param remark free text, null or empty if there is none
 */
public record ReviewOrder(ReviewAct act, String remark) {

    /** @throws io.zhengxun.registry.refusal.FieldsRefused for a remark that cannot be kept, or is missing */
    public ReviewOrder {
        Remark checked = new Remark(remark);
        remark = (act.needsRemark() ? checked.required() : checked).text();
    }
}
