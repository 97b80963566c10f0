package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "zhengxun.account.password-age=90d")
class RotationTest extends AccountTest {

    @Test
    void after_ninety_days_a_password_must_be_changed() {
        clock.set(NOW.plus(Duration.ofDays(90)));
        assertThat(login.get(token(), "/api/submissions").status()).isEqualTo(200);
        clock.set(NOW.plus(Duration.ofDays(90)).plusSeconds(1));
        Answer refused = login.get(token(), "/api/submissions");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("password-change-owed");
    }
}
