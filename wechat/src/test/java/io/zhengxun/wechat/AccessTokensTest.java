package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean down;

    private final AccessTokens tokens = new AccessTokens(this::given, nanos::get);

    private Token given(String refused) {
        int number = asked.incrementAndGet();
        if (down) {
            throw new WeChatFailure(new ApiError(ErrorClass.TRANSIENT, "-1", ""));
        }
        return Token.of("T" + number, Duration.ofSeconds(7200));
    }

    @ParameterizedTest
    @CsvSource({"0, T1", "6999, T1", "7000, T2", "7300, T2"})
    void a_token_is_used_until_shortly_before_its_end(long seconds, String expected) {
        assertThat(tokens.current()).isEqualTo("T1");
        pass(seconds);
        assertThat(tokens.current()).isEqualTo(expected);
    }

    @Test
    void a_token_that_cannot_be_renewed_is_used_to_its_end_and_asked_for_once_a_second() {
        tokens.current();
        down = true;
        pass(7000);
        assertThat(tokens.current()).isEqualTo("T1");
        assertThat(tokens.current()).isEqualTo("T1");
        assertThat(asked).hasValue(2);
        pass(1);
        assertThat(tokens.current()).isEqualTo("T1");
        assertThat(asked).hasValue(3);
        pass(190);
        assertThatThrownBy(tokens::current).isInstanceOf(WeChatFailure.class);
        down = false;
        pass(1);
        assertThat(tokens.current()).isEqualTo("T5");
    }

    @Test
    void the_token_that_replaced_a_refused_one_is_not_replaced_again() {
        String refused = tokens.current();
        assertThat(tokens.insteadOf(refused)).isEqualTo("T2");
        assertThat(tokens.insteadOf(refused)).isEqualTo("T2");
        assertThat(tokens.current()).isEqualTo("T2");
    }

    @ParameterizedTest
    @CsvSource({"7200, 7000, 190", "300, 150, 140", "10, 5, 0", "1, 0.5, 0"})
    void a_token_is_renewed_amid_the_time_in_which_old_and_new_work(long expiresIn, double fresh, long grace) {
        Token token = Token.of("T", Duration.ofSeconds(expiresIn));
        assertThat(token.fresh()).isEqualTo(Duration.ofMillis((long) (fresh * 1000)));
        assertThat(token.grace()).isEqualTo(Duration.ofSeconds(grace));
    }

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
