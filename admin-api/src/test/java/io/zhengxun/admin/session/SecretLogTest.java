package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.embedded.SharedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No password, no token, no secret of a second factor goes to the log, not even when every word is logged. */
@ExtendWith(OutputCaptureExtension.class)
class SecretLogTest extends AccountTest {

    private static final String TYPED = "Typed-by-mistake-7!";

    @Test
    void no_secret_is_logged(CapturedOutput log) {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("io.zhengxun", LogLevel.DEBUG);
        logging.setLogLevel("org.springframework.web", LogLevel.TRACE);
        logging.setLogLevel("org.springframework.security", LogLevel.TRACE);
        try {
            String token = token();
            login.tried(TYPED, TYPED);
            login.stranger().post("/api/sessions", "{\"username\": \"x\", \"password\": " + TYPED + "}");
            login.stranger().post("/api/sessions", "{\"username\": \"x\", \"password\": {\"is\": \"" + TYPED + "\"}}");
            String secret = login.send(token, "POST", "/api/me/totp", "").json().path("secret").asString();
            login.send(token, "POST", "/api/me/totp/confirmation", "{\"code\": \"" + TYPED + "\"}");
            login.send(token, "PUT", "/api/me/password",
                    "{\"currentPassword\": \"" + PASSWORD + "\", \"newPassword\": \"" + TYPED + "\"}");
            Answer reset = as("admin").post("/api/accounts/" + me + "/initial-password", "{}");
            String initial = reset.json().path("initialPassword").asString();
            SharedServers.redis().stop();
            try {
                login.status(token);
            } finally {
                SharedServers.redis().start();
            }

            assertThat(log.getAll()).contains("/api/me/totp");
            assertThat(log.getAll()).doesNotContain(token, new Token(token).csrf(), PASSWORD, TYPED, secret, initial);
        } finally {
            logging.setLogLevel("io.zhengxun", null);
            logging.setLogLevel("org.springframework.web", null);
            logging.setLogLevel("org.springframework.security", null);
        }
    }
}
