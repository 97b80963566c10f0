package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.LifeEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever becomes of a notice has its sentence. */
class NoticeWordsTest {

    private final NoticeWords words;

    NoticeWordsTest() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/registry", "messages/admin");
        messages.setDefaultEncoding("UTF-8");
        words = new NoticeWords(messages);
    }

    private static LifeEvent event(LifeEvent.Type type, Channel channel, String code, String detail) {
        return new LifeEvent(Instant.EPOCH, type, channel, code, detail, "system");
    }

    /** Through the official account, with a code that everybody knows. */
    static LifeEvent attempt(String outcome) {
        return event(LifeEvent.Type.ATTEMPT, Channel.TEMPLATE, outcome, "43004");
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void every_decision_has_a_sentence(Decision decision) {
        String known = words.sentence(event(LifeEvent.Type.DECISION, null, decision.name(), "DETAIL"), "");

        assertThat(known).doesNotContain(decision.name()).containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void every_kind_channel_state_and_recipient_has_its_name() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(words.kind(kind)).isNotBlank();
        }
        for (Channel channel : Channel.values()) {
            assertThat(words.channel(channel)).isNotBlank();
        }
        for (NoticeState state : NoticeState.values()) {
            assertThat(words.state(state)).isNotBlank();
        }
        for (Recipient.Kind kind : Recipient.Kind.values()) {
            assertThat(words.text("notice.recipient." + kind)).isNotBlank();
        }
    }

    /** The classes of outcomes that the notifier knows (wechat-platform 6.5). */
    @ParameterizedTest
    @ValueSource(strings = {
        "ACCEPTED", "TRANSIENT", "UNKNOWN", "RATE", "QUOTA", "RECIPIENT_RATE", "RECIPIENT", "NOT_FOLLOWING", "NO_CONSENT",
        "CONTENT", "TEMPLATE", "ACCOUNT"
    })
    void every_outcome_has_a_sentence(String outcome) {
        assertThat(words.sentence(event(LifeEvent.Type.ATTEMPT, Channel.TEMPLATE, outcome, "43004"), ""))
                .startsWith("公众号模板消息：")
                .doesNotContain(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUIET_HOURS   | 2026-11-24T00:00:00Z            | 夜间不打扰，推迟到 11-24 08:00
            RETRY         | HTTP 502 2026-11-23T14:05:00Z   | 稍后重试：11-23 22:05（平台或中间网络返回错误（HTTP 502））
            RETRY         | -1 2026-11-23T14:05:00Z         | 稍后重试：11-23 22:05（平台系统繁忙（-1））
            QUOTA         | 45009 2026-11-23T16:00:00Z      | 当日额度已用完，等到 11-24 00:00（当日调用额度已用完（45009））
            FELL_BACK     | TEMPLATE EMAIL RECIPIENT 40003  | 公众号模板消息未成，改用电子邮件：收件人的微信标识无效（40003）
            FELL_BACK     | TEMPLATE EMAIL TRIES timeout    | 公众号模板消息未成，改用电子邮件：平台未在限时内答复
            FELL_BACK     | EMAIL SMS RECIPIENT SMTP 550    | 电子邮件未成，改用短信：收件邮箱不存在或拒收（SMTP 550）
            STOPPED       | TEMPLATE                        | 公众号模板消息已暂停，跳过
            STOPPED       | TEMPLATE 40037                  | 公众号模板消息已暂停，跳过：模板不存在或不属于本账号（40037）
            UNCONFIRMED   | TEMPLATE                        | 公众号模板消息：未能确认送达
            UNCONFIRMED   | MINI failed: system failed      | 小程序订阅消息：未能确认送达：平台发送失败
            BLOCKED       | TEMPLATE failed:user block      | 公众号模板消息：对方拒收
            GAVE_UP       | UNCONFIRMED IN_DOUBT            | 没有渠道能确认送达，待电话通知：已发出但没有得到答复，可能已送达，也可能没有
            FELL_BACK     | EMAIL SMS UNCONFIRMED IN_DOUBT  | 电子邮件未成，改用短信：已发出但没有得到答复，可能已送达，也可能没有
            GAVE_UP       | NO_ADDRESS                      | 没有渠道能确认送达，待电话通知：没有登记联系方式
            GAVE_UP       | CONTENT 99999                   | 没有渠道能确认送达，待电话通知：内容被平台拒绝（99999）
            OBSOLETE      | CORRECTED                       | 情况已变，不再发送：已更正
            CHANGED       | dueOn                           | 发送前内容已更新：截止日期
            MERGED        | 7                               | 合并了 7 项，只发一条
            CANCELLED     | 机构 已来电，不必再发           | 李某某取消：机构 已来电，不必再发
            PHONED        | 2026-11-23T02:20:00Z 李某：好的，谢谢 | 李某某已于 11-23 10:20 电话通知：李某：好的，谢谢
            TRANSLATED    | EMAIL 12                        | 其他处理（TRANSLATED：EMAIL 12）
            RESENT        |                                 | 李某某重发，从第一个渠道重新开始
            RELEASED      |                                 | 暂停已由李某某解除，继续发送
            CHANNEL_DOWN  | TEMPLATE                        | 公众号模板消息长时间不可用，不再等待
            FELL_BACK     | TEMPLATE EMAIL CHANNEL_DOWN     | 公众号模板消息未成，改用电子邮件：渠道长时间不可用
            FELL_BACK     | SMS EMAIL RECIPIENT isv.MOBILE_NUMBER_ILLEGAL | 短信未成，改用电子邮件：手机号有误或停机（isv.MOBILE_NUMBER_ILLEGAL）
            GAVE_UP       | TRIES closed                    | 没有渠道能确认送达，待电话通知：平台中途断开了连接
            """)
    void decisions_are_told_with_their_details(String decision, String detail, String sentence) {
        assertThat(words.sentence(event(LifeEvent.Type.DECISION, null, decision, detail == null ? "" : detail), "李某某")).isEqualTo(sentence);
    }

    @Test
    void the_system_is_named_where_nobody_in_person_decided() {
        assertThat(words.sentence(event(LifeEvent.Type.DECISION, null, "RELEASED", ""), "")).isEqualTo("暂停已由系统解除，继续发送");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GAVE_UP   | NO_RECIPIENT  | 请致电机构并登记，再请其登记联系人；绑定后也可重发
            GAVE_UP   | CONTENT 47003 | 请电话通知并登记，并请系统管理员核对通知模板
            GAVE_UP   | TRIES timeout | 请电话通知并登记；也可排除原因后重发
            HELD      | STOPPED       | 平台拒绝了模板或账号：请省技能中心负责人或系统管理员排除原因后解除暂停，随后自动继续发送
            SENT      | STOPPED EMAIL |
            """)
    void what_stays_comes_with_what_to_do(NoticeState state, String cause, String advice) {
        assertThat(words.advice(state, cause)).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            43004           | 对方未关注公众号（43004）
            NO_RECIPIENT    | 没有登记联系人或可用的渠道
            RECIPIENT 43101 | 对方未授权或已拒绝订阅消息（43101）
            CONTENT 12345   | 内容被平台拒绝（12345）
            IllegalStateException | 系统处理时出错，请联系系统管理员（IllegalStateException）
            UNHEARD_OF      | 其他情况（UNHEARD_OF）
            12345           | 其他情况（12345）
            """)
    void codes_are_put_into_words(String code, String text) {
        assertThat(words.cause(code)).isEqualTo(text);
    }
}
