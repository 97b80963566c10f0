package io.zhengxun.bot.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.RedisOutage;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.limit.LimitSettings.Mismatches;
import io.zhengxun.bot.limit.LimitSettings.Rate;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.registry.privacy.Vault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;

@BotTest
class InquiryLimitsTest {

    private static final LimitSettings SETTINGS = new LimitSettings(
            List.of(new Rate(10, Duration.ofMinutes(1)), new Rate(30, Duration.ofDays(1))),
            List.of(new Rate(10, Duration.ofMinutes(10))),
            List.of(new Rate(4, Duration.ofMinutes(1))),
            new Mismatches(5, Duration.ofMinutes(30),
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1)), Duration.ofHours(24)));

    @Autowired
    private RedisConnectionFactory connections;

    @Autowired
    private RedisTemplate<String, byte[]> redis;

    @Autowired
    private Vault vault;

    @Autowired
    private SettableClock clock;

    private final OpenId user = new OpenId("o" + UUID.randomUUID());
    private final String number = UUID.randomUUID().toString();
    private final String idNumber = UUID.randomUUID().toString();

    @AfterEach
    void time_runs_as_usual() {
        clock.reset();
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out_and_the_limit_holds_from_there() {
        InquiryLimits limits = instance();
        IntStream.range(0, 10).forEach(n -> assertThat(limits.permit(user, fresh()).allowed()).isTrue());
        assertThat(limits.permit(user, fresh()).allowed()).isFalse();
        clock.advance(Duration.ofSeconds(-20));
        assertThat(limits.permit(user, fresh()).allowed()).isFalse();

        clock.advance(Duration.ofHours(-5));

        IntStream.range(0, 10).forEach(n -> assertThat(limits.permit(user, fresh()).allowed()).isTrue());
        assertThat(limits.permit(user, fresh()).allowed()).isFalse();
    }

    @Test
    void a_user_may_ask_ten_times_a_minute_over_all_instances() {
        InquiryLimits one = instance();
        InquiryLimits other = instance();
        for (int i = 0; i < 10; i++) {
            assertThat((i % 2 == 0 ? one : other).permit(user, fresh()).allowed()).isTrue();
        }
        Permit refused = one.permit(user, fresh());
        assertThat(refused.reason()).isEqualTo(Permit.Reason.USER_BUSY);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
        clock.advance(refused.retryAfter().plusMillis(10));
        assertThat(other.permit(user, fresh()).allowed()).isTrue();
        assertThat(other.permit(user, fresh()).allowed()).isFalse();
    }

    @Test
    void patience_does_not_help_beyond_the_daily_limit() {
        InquiryLimits limits = instance();
        long allowed = IntStream.range(0, 60).filter(i -> {
            clock.advance(Duration.ofSeconds(7));
            return limits.permit(user, fresh()).allowed();
        }).count();
        assertThat(allowed).isEqualTo(30);
    }

    @Test
    void an_identity_may_be_asked_for_ten_times_by_whomever_and_though_found() {
        InquiryLimits one = instance();
        InquiryLimits other = instance();
        for (int i = 0; i < 10; i++) {
            OpenId somebody = somebody();
            assertThat((i % 2 == 0 ? one : other).permit(somebody, List.of(number, idNumber)).allowed()).isTrue();
            one.matched(somebody, List.of(number, idNumber));
        }
        Permit refused = other.permit(somebody(), List.of(idNumber));
        assertThat(refused.reason()).isEqualTo(Permit.Reason.IDENTITY_BUSY);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    @Test
    void who_may_not_ask_uses_up_nothing_of_an_identity() {
        InquiryLimits limits = instance();
        IntStream.range(0, 10).forEach(i -> limits.permit(user, fresh()));
        IntStream.range(0, 20).forEach(i -> assertThat(limits.permit(user, List.of(number)).allowed()).isFalse());
        assertThat(limits.permit(somebody(), List.of(number)).allowed()).isTrue();
    }

    @Test
    void mismatches_lock_a_user_for_growing_times_over_all_instances() {
        locks_grow(instance(), instance(), Permit.Reason.USER_LOCKED, () -> user, InquiryLimitsTest::fresh, 5);
    }

    @Test
    void mismatches_of_many_users_lock_an_identity_for_growing_times() {
        locks_grow(instance(), instance(), Permit.Reason.IDENTITY_LOCKED, InquiryLimitsTest::somebody,
                () -> List.of(idNumber), 5);
    }

    @Test
    void a_lock_long_past_is_forgotten() {
        InquiryLimits limits = instance();
        lock(limits, limits, () -> user, InquiryLimitsTest::fresh, 5);
        clock.advance(Duration.ofMinutes(1));
        lock(limits, limits, () -> user, InquiryLimitsTest::fresh, 5);
        assertThat(limits.permit(user, fresh()).retryAfter()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void four_mismatches_and_one_much_later_do_not_lock() {
        InquiryLimits limits = instance();
        lock(limits, limits, () -> user, InquiryLimitsTest::fresh, 4);
        clock.advance(Duration.ofMinutes(31));
        limits.mismatched(user, fresh());
        assertThat(limits.permit(user, fresh()).allowed()).isTrue();
    }

    @Test
    void typing_errors_on_the_way_to_a_right_answer_are_forgiven() {
        InquiryLimits limits = instance();
        for (int i = 0; i < 4; i++) {
            limits.mismatched(user, List.of(UUID.randomUUID().toString(), idNumber));
        }
        limits.matched(user, List.of(number, idNumber));
        limits.mismatched(user, fresh());
        assertThat(limits.permit(user, List.of(idNumber)).allowed()).isTrue();
        limits.mismatched(user, List.of(number, idNumber));
        assertThat(limits.permit(user, List.of(idNumber)).allowed()).isTrue();
    }

    @Test
    void a_right_answer_about_something_else_forgives_no_guess() {
        InquiryLimits limits = instance();
        lock(limits, limits, () -> user, () -> List.of(idNumber), 4);
        limits.matched(user, fresh());
        limits.mismatched(user, List.of(idNumber));
        assertThat(limits.permit(user, fresh()).reason()).isEqualTo(Permit.Reason.USER_LOCKED);
        assertThat(limits.permit(somebody(), List.of(idNumber)).reason()).isEqualTo(Permit.Reason.IDENTITY_LOCKED);
    }

    @Test
    void an_address_may_knock_in_vain_four_times_a_minute() {
        AddressLimits one = new AddressLimits(gate(), shared(), local(), vault, clock);
        AddressLimits other = new AddressLimits(gate(), shared(), local(), vault, clock);
        String customer = "2001:db8:" + Integer.toHexString(user.hashCode() & 0xffff) + ":7";
        for (int i = 0; i < 4; i++) {
            assertThat((i % 2 == 0 ? one : other).refused(customer + "::" + i)).isZero();
        }
        assertThat(one.refused(customer + "::99")).isPositive();
        assertThat(other.refused(customer + ":a:b:c:d")).isPositive();
        assertThat(one.refused("2001:db8:0:8::1")).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(one.refused(customer + "::1")).isZero();
    }

    @Test
    void without_redis_the_limits_are_half_but_never_none() {
        InquiryLimits limits = instance();
        RedisOutage.begin();
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(limits.permit(user, fresh()).allowed()).isTrue();
            }
            assertThat(limits.permit(user, fresh()).reason()).isEqualTo(Permit.Reason.USER_BUSY);
            for (int i = 0; i < 5; i++) {
                assertThat(limits.permit(somebody(), List.of(number)).allowed()).isTrue();
            }
            assertThat(limits.permit(somebody(), List.of(number)).reason()).isEqualTo(Permit.Reason.IDENTITY_BUSY);
            locks_grow(limits, limits, Permit.Reason.USER_LOCKED, () -> user, InquiryLimitsTest::fresh, 2);
            locks_grow(limits, limits, Permit.Reason.IDENTITY_LOCKED, InquiryLimitsTest::somebody,
                    () -> List.of(idNumber), 2);
        } finally {
            RedisOutage.end(redis);
        }
    }

    @Test
    void redis_holds_no_openid() {
        InquiryLimits limits = instance();
        limits.permit(user, fresh());
        limits.mismatched(user, fresh());
        assertThat(redis.keys("zhengxun:*")).isNotEmpty().noneMatch(key -> key.contains(user.value()));
    }

    private void locks_grow(InquiryLimits one, InquiryLimits other, Permit.Reason reason, Supplier<OpenId> who,
            Supplier<List<String>> what, int threshold) {
        for (Duration expected : List.of(
                Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(1))) {
            lock(one, other, who, what, threshold - 1);
            clock.advance(Duration.ofMinutes(1));
            assertThat(one.permit(who.get(), what.get()).reason()).isNotEqualTo(reason);
            lock(other, one, who, what, 1);
            Permit refused = one.permit(who.get(), what.get());
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.retryAfter()).isBetween(expected.minusSeconds(5), expected);
            clock.advance(expected);
        }
        assertThat(one.permit(who.get(), what.get()).reason()).isNotEqualTo(reason);
    }

    private static void lock(InquiryLimits one, InquiryLimits other, Supplier<OpenId> who, Supplier<List<String>> what,
            int times) {
        for (int i = 0; i < times; i++) {
            (i % 2 == 0 ? one : other).mismatched(who.get(), what.get());
        }
    }

    private static List<String> fresh() {
        return List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static OpenId somebody() {
        return new OpenId("o" + UUID.randomUUID());
    }

    private InquiryLimits instance() {
        return new InquiryLimits(gate(), shared(), local(), vault);
    }

    private RedisGate gate() {
        return new RedisGate(clock);
    }

    private SharedLimits shared() {
        return new SharedLimits(
                new SharedBuckets(connections, clock), new SharedLocks(redis, SETTINGS), SETTINGS, clock);
    }

    private LocalLimits local() {
        return new LocalLimits(SETTINGS, clock);
    }
}
