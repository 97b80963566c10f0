package io.zhengxun.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    private static final AccountSettings OURS = settings(5, Duration.ofMinutes(1), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "1, PT0S", "4, PT0S", "5, PT1M", "6, PT2M", "7, PT4M", "10, PT32M", "11, PT1H", "12, PT1H", "1000000, PT1H",
    })
    void each_further_failure_doubles_the_lock_up_to_an_hour(int failures, Duration lock) {
        assertThat(OURS.lockAfter(failures)).isEqualTo(lock);
    }

    @Test
    void settings_that_would_open_the_door_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, Duration.ofMinutes(1), Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(5, Duration.ZERO, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(5, Duration.ofHours(2), Duration.ofHours(1)));
    }

    private static AccountSettings settings(int failures, Duration first, Duration longest) {
        return new AccountSettings(Duration.ofDays(90), 12, 5, failures, first, longest, 4, Duration.ofSeconds(10));
    }
}
