package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Masking;
import io.zhengxun.registry.privacy.Personal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The number of an identity document (C2), right in itself: length, characters, check character, date of birth.
 * Whether the date of birth lies in the future depends on today, which a value does not know: ask
 * {@link #bornOn()}. Kept in upper case, without spaces and dashes.
 */
public final class IdNumber implements Personal {

    private final IdType type;
    private final String plain;

    private IdNumber(IdType type, String plain) {
        this.type = type;
        this.plain = plain;
    }

    /** Reads a number of a known type; all flaws at once, none of which repeats the number. */
    public static Reading<IdNumber> read(IdType type, String raw) {
        String typed = TypedText.compact(raw);
        return Reading.of(IdNumberRules.flaws(type, typed), () -> new IdNumber(type, TypedText.upperCase(typed)));
    }

    /** Reads a number whose type nobody named; the type is guessed by length and first characters. */
    public static Reading<IdNumber> read(String raw) {
        return read(IdNumberRules.likelyType(TypedText.compact(raw)), raw);
    }

    /**
     * A number known to be right.
     *
     * @throws IllegalArgumentException if it is not; the message does not hold the value
     */
    public static IdNumber of(IdType type, String plain) {
        List<Flaw> flaws = IdNumberRules.flaws(type, plain);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("Not an ID number by C2: " + flaws.get(0).code());
        }
        return new IdNumber(type, TypedText.upperCase(plain));
    }

    public IdType type() {
        return type;
    }

    /** The date of birth, where the number holds one. */
    public Optional<LocalDate> bornOn() {
        return EighteenCharacters.LENGTH == plain.length() ? EighteenCharacters.birthDate(plain) : Optional.empty();
    }

    @Override
    public String plain() {
        return plain;
    }

    @Override
    public String masked() {
        return Masking.id(plain);
    }

    /** The plain number: it has one spelling only. */
    @Override
    public String canonical() {
        return plain;
    }

    @Override
    public String label() {
        return "id-number";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber that && type == that.type && plain.equals(that.plain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, plain);
    }

    @Override
    public String toString() {
        return masked();
    }
}
