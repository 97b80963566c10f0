package io.zhengxun.bot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageLimitsTest {

    @Test
    void an_address_that_asks_too_often_has_to_wait_and_others_have_not() {
        Vault vault = mock(Vault.class);
        when(vault.fingerprint(anyString(), anyString()))
                .thenAnswer(call -> call.<String>getArgument(1).getBytes(StandardCharsets.UTF_8));
        PageLimits limits = new PageLimits(vault, new PageSettings(Duration.ofMinutes(15), Duration.ofDays(180), 2));

        assertThat(limits.permit("192.0.2.1")).isTrue();
        assertThat(limits.permit("192.0.2.1")).isTrue();
        assertThat(limits.permit("192.0.2.1")).isFalse();
        assertThat(limits.permit("192.0.2.2")).isTrue();
    }
}
