package io.zhengxun.admin.account;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the API, and how much of it at once.
 *
 * @param accounts checked at start: see {@link Accounts}
 * @param filesAtOnce how many uploads and annotated sheets are worked on at the same time
 */
@ConfigurationProperties("zhengxun.admin")
public record AccountSettings(List<Line> accounts, @DefaultValue("2") int filesAtOnce) {

    public AccountSettings {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /**
     * One account. Exactly one of the last three is given.
     *
     * @param password encoded, with the encoder's prefix, e.g. {@code {bcrypt}$2a$10$…}
     * @param institution positions 1–13 of the institution's certificate numbers
     * @param city region code of the city whose centre it is
     * @param province true for the province's centre
     */
    public record Line(String username, String password, String institution, String city, boolean province) {

        Scope scope() {
            if (province) {
                return new Scope(Scope.Kind.PROVINCE, "");
            }
            return institution != null
                    ? new Scope(Scope.Kind.INSTITUTION, institution)
                    : new Scope(Scope.Kind.CITY, city);
        }

        boolean hasOneScope() {
            return Stream.of(institution != null, city != null, province).filter(given -> given).count() == 1;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Line[" + username + "]";
        }
    }
}
