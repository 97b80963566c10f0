package io.zhengxun.bot.lookup;

import io.zhengxun.registry.audit.Query.Outcome;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.registry.submission.Stage;

/** A certificate that was found, with what an answer about it needs. */
record Finding(Certificate certificate, Institution institution, Region region, Progress progress) {

    Outcome outcome() {
        if (certificate.standing() == Standing.SUSPENDED) {
            return Outcome.SUSPENDED;
        }
        return progress.stage() == Stage.PUBLISHED ? Outcome.FOUND : Outcome.PROGRESS;
    }
}
