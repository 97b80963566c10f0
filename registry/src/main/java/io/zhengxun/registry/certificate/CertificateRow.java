package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Vault;
import java.time.LocalDate;

/** A stored certificate: names and ID numbers only sealed and indexed (Q6). */
class CertificateRow {

    long id;
    String number;
    long submissionId;
    long institutionId;
    int rowNo;
    byte[] nameSealed;
    byte[] nameIndex;
    IdType idType;
    byte[] idSealed;
    byte[] idIndex;
    int indexKey;
    String occupation;
    String job;
    Level level;
    LocalDate issueDate;
    Standing standing;
    Long returnId;
    LocalDate publishedOn;

    static CertificateRow sealed(NewCertificate certificate, Vault vault) {
        CertificateRow row = new CertificateRow();
        row.number = certificate.number().value();
        row.rowNo = certificate.rowNo();
        row.seal(certificate.holder(), vault);
        row.occupation = certificate.occupation();
        row.job = certificate.job();
        row.level = certificate.level();
        row.issueDate = certificate.issueDate();
        row.standing = certificate.standing();
        return row;
    }

    private void seal(Holder holder, Vault vault) {
        nameSealed = vault.seal(holder.name().plain());
        nameIndex = vault.index(holder.name());
        idType = holder.idNumber().type();
        idSealed = vault.seal(holder.idNumber().plain());
        idIndex = vault.index(holder.idNumber());
        indexKey = vault.indexKey();
    }

    Holder openedHolder(Vault vault) {
        return new Holder(PersonName.of(vault.open(nameSealed)), IdNumber.of(idType, vault.open(idSealed)));
    }

    SealedSnapshot snapshot() {
        return new SealedSnapshot(id, rowNo, nameSealed, idType, idSealed, occupation, job, level, issueDate);
    }

    Certificate opened(Vault vault) {
        Holder holder = openedHolder(vault);
        return new Certificate(
                id,
                CertificateNumber.of(number),
                submissionId,
                institutionId,
                holder,
                occupation,
                job,
                level,
                issueDate,
                standing,
                returnId,
                publishedOn);
    }
}
