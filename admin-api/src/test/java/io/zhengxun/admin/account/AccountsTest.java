package io.zhengxun.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.admin.account.AccountSettings.Line;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class AccountsTest {

    private static final String STRONG = "{bcrypt}$2a$10$abcdefghijklmnopqrstuu5Lo1g7CdE0H5Hb6g1mKXhGx1Vx1Q1m";
    private static final String PLAIN = "{noop}demo";

    static List<Line> unusable() {
        return List.of(
                new Line(null, STRONG, null, null, true),
                new Line(" ", STRONG, null, null, true),
                new Line("a:b", STRONG, null, null, true),
                new Line("a", STRONG, null, null, false),
                new Line("a", STRONG, "S000044010001", "440100", false),
                new Line("a", STRONG, null, "440100", true),
                new Line("a", null, null, null, true),
                new Line("a", "secret", null, null, true),
                new Line("a", "{MD5}secret", null, null, true),
                new Line("a", PLAIN, null, null, true));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void a_start_with_an_unusable_account_is_refused(Line line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts(false, line))
                .withMessageContaining("zhengxun.admin.accounts")
                .withMessageNotContaining("secret");
    }

    @Test
    void a_name_stands_for_one_account_only() {
        Line line = new Line("a", STRONG, null, null, true);
        assertThatIllegalArgumentException().isThrownBy(() -> accounts(false, line, line));
    }

    @Test
    void a_plain_password_is_taken_in_the_demo_only() {
        Line line = new Line("a", PLAIN, "S000044010001", null, false);
        assertThat(accounts(true, line).loadUserByUsername("a").scope())
                .isEqualTo(new Scope(Scope.Kind.INSTITUTION, "S000044010001"));
        assertThatThrownBy(() -> accounts(true, line).loadUserByUsername("b"))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void no_text_of_an_account_holds_its_password() {
        Line line = new Line("a", PLAIN, null, null, true);
        assertThat(line.toString() + accounts(true, line).loadUserByUsername("a")).doesNotContain("demo");
    }

    @ParameterizedTest
    @CsvSource({
        // scope, code | prefix, tier, region | seen
        "INSTITUTION, S000044010001, S000044010001, MUNICIPAL, 440100, true",
        "INSTITUTION, S000044010001, S000044010002, MUNICIPAL, 440100, false",
        "CITY, 440100, S000044010002, MUNICIPAL, 440100, true",
        "CITY, 440100, S000044020001, MUNICIPAL, 440200, false",
        // A provincial institution's data skips the city (W1).
        "CITY, 440100, S000044000001, PROVINCIAL, 440100, false",
        "PROVINCE, '', S000044020001, MUNICIPAL, 440200, true",
        "PROVINCE, '', S000044000001, PROVINCIAL, 440000, true",
    })
    void a_scope_covers(Scope.Kind kind, String code, String prefix, Tier tier, String region, boolean seen) {
        Institution institution = new Institution(1, prefix, "示例机构", tier, region, "");
        assertThat(new Scope(kind, code).covers(institution)).isEqualTo(seen);
    }

    private static Accounts accounts(boolean demo, Line... lines) {
        return new Accounts(new AccountSettings(List.of(lines), 2), demo);
    }
}
