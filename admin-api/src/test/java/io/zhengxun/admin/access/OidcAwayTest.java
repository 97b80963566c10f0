package io.zhengxun.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The port 1 of the loopback address answers nobody. */
@TestPropertySource(properties = {
    "zhengxun.admin.oidc.issuer-uri=https://identity.example", "zhengxun.admin.oidc.audience=zhengxun",
    "zhengxun.admin.oidc.jwk-set-uri=http://127.0.0.1:1/jwks"
})
class OidcAwayTest extends AdminApiTest {

    @Test
    void while_the_platform_is_away_its_tokens_are_answered_with_503_and_our_own_sessions_work() {
        Answer answer = as("").send(as("").request("/api/me")
                .header("Authorization", "Bearer " + OidcTest.token(claims -> claims))
                .GET());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(as("own").get("/api/me").status()).isEqualTo(200);
    }
}
