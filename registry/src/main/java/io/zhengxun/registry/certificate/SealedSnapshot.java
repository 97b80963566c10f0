package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * What a certificate says of its holder and skill, as it stands at one moment; name and ID number only sealed (Q6).
 *
 * @param rowNo in its batch at that moment
 */
public record SealedSnapshot(
        long certificateId,
        int rowNo,
        byte[] name,
        IdType idType,
        byte[] id,
        String occupation,
        String job,
        Level level,
        LocalDate issueDate) {

    /** Without content. */
    @Override
    public String toString() {
        return "SealedSnapshot[" + certificateId + "]";
    }
}
