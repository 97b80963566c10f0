package io.zhengxun.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.refusal.FieldFlaw;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strong passwords (G 25). */
class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        // just long enough, three kinds
        "Wuyangcheng7, ''",
        "wuyangcheng-7, ''",
        "五羊城里的一只羊-A7b, ''",
        "Zhengxun-demo-2026, ''",
        "Wuyangchen7, length",
        "wuyangcheng77, kinds",
        "WUYANGCHENG77, kinds",
        "wuyang-cheng-, kinds",
        "x-ZHANG.san-77, username",
        "zhang.sanAB-7, username",
        "Password1234!, common",
        "P@ssw0rd-2026, common",
        "1234Qwerty!!!!, common",
        "Admin2026!!!!, common",
        "Aaaa1111aaaa!, common",
        // everything at once
        "zhang.san, length kinds username",
        "'', length kinds common",
    })
    void of_a_password_all_that_is_wrong_is_told(String password, String wrong) {
        assertThat(codes(password)).isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong.split(" ")));
    }

    @Test
    void a_password_may_be_long_but_not_endless() {
        String sixteen = "Wuyangcheng-7abc";
        assertThat(codes(sixteen.repeat(8))).isEmpty();
        assertThat(codes(sixteen.repeat(8) + "x")).containsExactly("length");
    }

    @Test
    void a_sign_outside_of_the_basic_plane_counts_once() {
        assertThat(codes("Wuyang7-𠮷𠮷𠮷")).containsExactly("length");
        assertThat(codes("Wuyang7-𠮷𠮷𠮷𠮷")).isEmpty();
    }

    @RepeatedTest(200)
    void an_initial_password_is_strong_and_no_two_are_the_same() {
        String password = InitialPassword.random();
        assertThat(codes(password)).isEmpty();
        assertThat(InitialPassword.random()).isNotEqualTo(password);
    }

    private static List<String> codes(String password) {
        return PasswordRules.flaws("newPassword", password, "zhang.san", 12).stream()
                .map(FieldFlaw::code)
                .map(code -> code.replace("password.", ""))
                .toList();
    }
}
