package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Masking;
import io.zhengxun.registry.privacy.Personal;
import java.util.List;

/**
 * A person's name (C1): 1–50 characters, either Chinese characters with middle dots, or Latin letters with spaces,
 * hyphens, apostrophes and dots. Two names are equal if they are written alike; whether they mean the same name
 * is told by {@link #canonical()}.
 */
public final class PersonName implements Personal {

    private final String plain;

    private PersonName(String plain) {
        this.plain = plain;
    }

    /** Reads a typed name; spaces within a Chinese name (张 三) are left out, runs of them in a Latin one made one. */
    public static Reading<PersonName> read(String raw) {
        String typed = PersonNameRules.levelled(raw);
        return Reading.of(PersonNameRules.flaws(typed), () -> new PersonName(typed));
    }

    /**
     * A name known to be right.
     *
     * @throws IllegalArgumentException if it is not; the message does not hold the value
     */
    public static PersonName of(String plain) {
        List<Flaw> flaws = PersonNameRules.flaws(plain);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("Not a person's name by C1: " + flaws.get(0).code());
        }
        return new PersonName(plain);
    }

    @Override
    public String plain() {
        return plain;
    }

    @Override
    public String masked() {
        return Masking.name(plain);
    }

    /**
     * The form of which blind indexes are made: NFKC, upper case, no spaces, one kind each of middle dot, hyphen and
     * apostrophe. It is for comparing only; it is never shown or stored in the clear.
     */
    @Override
    public String canonical() {
        return PersonNameRules.canonical(plain);
    }

    @Override
    public String label() {
        return "name";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName that && plain.equals(that.plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
