package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/** A row of a batch for the eyes of staff: name and ID number either in full or masked (Q6). */
public final class ShownCertificate {

    private final CertificateRow row;
    private final Holder holder;
    private final boolean inFull;

    ShownCertificate(CertificateRow row, Holder holder, boolean inFull) {
        this.row = row;
        this.holder = holder;
        this.inFull = inFull;
    }

    public long id() {
        return row.id;
    }

    public int rowNo() {
        return row.rowNo;
    }

    /** In full only for whom it was asked so. */
    public String name() {
        return inFull ? holder.name().plain() : holder.name().masked();
    }

    public IdType idType() {
        return row.idType;
    }

    /** In full only for whom it was asked so. */
    public String idNumber() {
        return inFull ? holder.idNumber().plain() : holder.idNumber().masked();
    }

    public String number() {
        return row.number;
    }

    public String occupation() {
        return row.occupation;
    }

    public String job() {
        return row.job;
    }

    public Level level() {
        return row.level;
    }

    public LocalDate issueDate() {
        return row.issueDate;
    }

    public Standing standing() {
        return row.standing;
    }

    /** Whether it lies in an open return (R2). */
    public boolean isReturned() {
        return row.returnId != null;
    }

    /** From when on it stands on the national network (R4); null before. */
    public LocalDate publishedOn() {
        return row.publishedOn;
    }

    @Override
    public String toString() {
        return "ShownCertificate[" + row.id + "]";
    }
}
