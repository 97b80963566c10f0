package io.zhengxun.notifier.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.text.NoticeSamples;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test is for today, by Shanghai's day. */
class TestTruthTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T02:00:00Z, 2026-11-23T02:00:01Z, true",
        "2026-11-22T16:00:00Z, 2026-11-23T15:59:59Z, true",
        "2026-11-22T16:00:00Z, 2026-11-23T16:00:00Z, false",
        "2026-11-22T15:59:59Z, 2026-11-22T16:00:00Z, false"})
    void a_test_goes_out_on_the_day_on_which_it_was_asked_for(Instant asked, Instant now, boolean holds) {
        NewNotice test = new NewNotice(
                NoticeKind.TEST, "test:1:C12", Recipient.contact(12),
                new NewNotice.About(new Deed.Subject(Deed.Subject.Kind.CONTACT, "12"), null, "440000"),
                List.of(Channel.EMAIL), NoticeSamples.of(NoticeKind.TEST), true, asked);
        Notice notice = TellingCases.written(7, test, asked);

        assertThat(new TestTruth(Clock.fixed(now, ZoneOffset.UTC)).of(List.of(notice)).get(7L).holds()).isEqualTo(holds);
    }
}
