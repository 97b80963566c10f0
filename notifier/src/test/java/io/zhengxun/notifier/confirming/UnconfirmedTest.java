package io.zhengxun.notifier.confirming;

import static io.zhengxun.registry.notice.NoticeState.QUEUED;
import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.dispatch.SendingCases;
import io.zhengxun.notifier.dispatch.SendingTest;
import io.zhengxun.notifier.dispatch.SettableClock;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.notice.delivery.SentNotices;
import io.zhengxun.wechat.ApiError;
import io.zhengxun.wechat.ErrorClass;
import io.zhengxun.wechat.Followers;
import io.zhengxun.wechat.WeChatFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Silence sends notices on, whether or not WeChat says who follows the account. */
@SendingTest
class UnconfirmedTest {

    private static final int MANY = 45;

    @Autowired
    SendingCases cases;

    @Autowired
    SentNotices sent;

    @Autowired
    NoticeOutcomes outcomes;

    @Autowired
    Contacts contacts;

    @Autowired
    ObjectProvider<Followers> followers;

    @Autowired
    SettableClock clock;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void begin() {
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void who_left_is_asked_of_wechat_and_told_in_the_life() {
        List<Long> late = late();

        assertThat(unconfirmed(openId -> false, Duration.ofMinutes(1)).round()).isEqualTo(MANY);

        assertThat(asked).hasValue(MANY);
        assertThat(late).allSatisfy(notice ->
                assertThat(cases.decisions(notice)).containsExactly("NOT_FOLLOWING", "FELL_BACK"));
    }

    @Test
    void a_wechat_that_does_not_answer_is_asked_once_and_everything_goes_on() {
        List<Long> late = late();

        unconfirmed(openId -> {
            throw new WeChatFailure(new ApiError(ErrorClass.values()[0], "timeout", ""));
        }, Duration.ofMinutes(1)).round();

        assertThat(asked).hasValue(1);
        assertThat(cases.count(QUEUED)).isEqualTo(MANY);
        assertThat(late).allSatisfy(notice ->
                assertThat(cases.decisions(notice)).containsExactly("UNCONFIRMED", "FELL_BACK"));
    }

    @Test
    void nobody_is_asked_any_more_when_the_lease_runs_out() {
        late();

        unconfirmed(openId -> true, Duration.ZERO).round();

        assertThat(asked).hasValue(0);
        assertThat(cases.count(QUEUED)).isEqualTo(MANY);
    }

    /** Sent, and not confirmed for long; nobody works on it. */
    private List<Long> late() {
        List<Long> late = IntStream.range(0, MANY).mapToObj(n -> cases.told(Channel.TEMPLATE, Channel.EMAIL)).toList();
        late.forEach(notice -> cases.awaitState(notice, SENT));
        cases.pause();
        clock.advance(Duration.ofMinutes(6));
        return late;
    }

    private Unconfirmed unconfirmed(Predicate<String> follows, Duration lease) {
        ConfirmingSettings settings = new ConfirmingSettings(true, Duration.ZERO, Duration.ZERO, 500, Duration.ofMinutes(1),
                Duration.ofSeconds(30), Duration.ofDays(1), lease);
        FollowerCheck check = new FollowerCheck(contacts, followers, clock) {
            @Override
            boolean follows(String openId) {
                asked.incrementAndGet();
                return follows.test(openId);
            }
        };
        return new Unconfirmed(sent, outcomes, check, settings, clock);
    }
}
