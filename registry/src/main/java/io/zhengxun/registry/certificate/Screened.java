package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * What screening needs to know of a certificate (K8); nothing personal is opened for it.
 *
 * @param idMark the same for the same ID number, whatever it is
 * @param nameMark the same for the same name
 */
public record Screened(
        long id,
        long submissionId,
        String number,
        String idMark,
        String nameMark,
        String occupation,
        Level level,
        LocalDate issueDate) {

    /** Without the marks: two lines of a log shall not tell that they are of one person. */
    @Override
    public String toString() {
        return "Screened[" + id + "]";
    }
}
