package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.Refusal;

/** A change of the calendar was not previewed, or the preview was of another one (T2). */
public class PreviewDiffers extends Refusal {

    private static final long serialVersionUID = 1L;

    PreviewDiffers() {
        super(Kind.INVALID, "preview-differs", "T2");
    }
}
