package io.zhengxun.understanding.field;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of a query as far as they are known, each right or doubtful (Q1, C3a).
 *
 * @param several two different values of one kind: it cannot be told which one is meant
 */
public record TypedFields(
        Optional<Reading<CertificateNumber>> number,
        Optional<Reading<PersonName>> name,
        Optional<Reading<IdNumber>> idNumber,
        boolean several) {

    public static final TypedFields NONE = new TypedFields(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public boolean isEmpty() {
        return count() == 0;
    }

    public int count() {
        return (int) readings().count();
    }

    public boolean isComplete() {
        return count() >= Inquiry.FIELDS_NEEDED;
    }

    public List<Flaw> numberFlaws() {
        return number.map(Reading::flaws).orElse(List.of());
    }

    public List<Flaw> nameFlaws() {
        return name.map(Reading::flaws).orElse(List.of());
    }

    public List<Flaw> idNumberFlaws() {
        return idNumber.map(Reading::flaws).orElse(List.of());
    }

    public boolean isDoubtful() {
        return readings().anyMatch(reading -> !reading.flaws().isEmpty());
    }

    /** Only the fields that are right. */
    public TypedFields accepted() {
        return new TypedFields(
                number.filter(TypedFields::isRight),
                name.filter(TypedFields::isRight),
                idNumber.filter(TypedFields::isRight),
                false);
    }

    /** These fields, completed by earlier ones of other kinds. */
    public TypedFields completedBy(TypedFields earlier) {
        return new TypedFields(
                number.or(earlier::number), name.or(earlier::name), idNumber.or(earlier::idNumber), several);
    }

    /** @throws IllegalArgumentException with fewer than two right fields (Q1) */
    public Inquiry inquiry() {
        return new Inquiry(
                number.flatMap(Reading::accepted),
                name.flatMap(Reading::accepted),
                idNumber.flatMap(Reading::accepted));
    }

    private Stream<Reading<?>> readings() {
        return Stream.<Optional<? extends Reading<?>>>of(number, name, idNumber).flatMap(Optional::stream);
    }

    private static boolean isRight(Reading<?> reading) {
        return reading.flaws().isEmpty();
    }
}
