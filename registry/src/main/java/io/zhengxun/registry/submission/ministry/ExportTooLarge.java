package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.refusal.Refusal;

/** The batches named are more than one file to the ministry may hold. */
public class ExportTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    ExportTooLarge(MinistrySettings settings) {
        super(
                Kind.INVALID,
                "export-too-large",
                "R4",
                String.valueOf(settings.mostBatches()),
                String.valueOf(settings.mostRows()));
    }
}
