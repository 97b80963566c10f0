package io.zhengxun.registry.submission;

import java.time.Instant;

/** A try to hand in a file, to be recorded. */
record NewUpload(
        long institutionId,
        String uploadedBy,
        Instant uploadedAt,
        Instant keptUntil,
        String format,
        Upload.Outcome outcome,
        Long submissionId,
        Tally tally) {}
