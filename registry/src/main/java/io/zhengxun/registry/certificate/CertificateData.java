package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/** What a certificate says of its holder and skill, at whatever moment; everything but its number, which never changes. */
public record CertificateData(Holder holder, String occupation, String job, Level level, LocalDate issueDate) {

    /** @param inFull whether it is shown to somebody who may read names and ID numbers (Q6) */
    public String shownName(boolean inFull) {
        return inFull ? holder.name().plain() : holder.name().masked();
    }

    /** @param inFull whether it is shown to somebody who may read names and ID numbers (Q6) */
    public String shownIdNumber(boolean inFull) {
        return inFull ? holder.idNumber().plain() : holder.idNumber().masked();
    }

    public IdType idType() {
        return holder.idNumber().type();
    }
}
