package io.zhengxun.bot.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asks for a person is asked what about, gets a number, and can say more. */
@BotTest
class HandoverDialogTest {

    @Autowired
    HandoverDialog dialog;

    @Autowired
    HandingOver handing;

    @Autowired
    Consultations consultations;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    private final OpenId user = new OpenId("o" + UUID.randomUUID().toString().replace("-", ""));

    @ParameterizedTest
    @ValueSource(strings = {"人工", "转人工", "我要人工客服！", "麻烦帮我转接一下人工服务", "搵真人"})
    void who_only_asks_for_a_person_is_asked_what_about(String text) {
        Step asked = dialog.begin(said(text));
        assertThat(asked.next()).isPresent();
        assertThat(dialog.takesAnyText(asked.next().orElseThrow())).isTrue();
        assertThat(consultations.openOf(user.value())).isEmpty();
        Step done = dialog.next(asked.next().orElseThrow(), said("证书一直查不到怎么办"));
        assertThat(done.next()).isEmpty();
        assertThat(done.reply()).contains(open().number());
    }

    @Test
    void who_says_at_once_what_about_is_not_asked() {
        Step done = dialog.begin(said("转人工，我的证书查不到已经两个月了"));
        assertThat(done.next()).isEmpty();
        assertThat(done.reply()).contains(open().number());
    }

    @Test
    void a_picture_alone_is_no_question() {
        DialogState state = dialog.begin(said("人工")).next().orElseThrow();
        Step again = dialog.next(state, new Said(user, "", understood(""), Optional.of("media")));
        assertThat(again.next()).contains(state);
        assertThat(consultations.openOf(user.value())).isEmpty();
    }

    @Test
    void staff_get_the_question_masked() {
        DialogState state = dialog.begin(said("人工")).next().orElseThrow();
        dialog.next(state, said("身份证11010119900307803X查不到证书"));
        assertThat(said()).singleElement().asString().contains("查不到证书").doesNotContain("0307803");
    }

    @Test
    void who_waits_already_hears_so() {
        String number = number(handing.handOver(user, "问题"));
        Step told = dialog.begin(said("人工"));
        assertThat(told.next()).isEmpty();
        assertThat(told.reply()).contains(number);
    }

    @Test
    void what_is_said_more_is_added() {
        assertThat(handing.add(user, "还有一点")).isEmpty();
        String number = number(handing.handOver(user, "问题"));
        assertThat(handing.add(user, "还有一点")).hasValueSatisfying(reply -> assertThat(reply).contains("已补充").contains(number));
        assertThat(said()).containsExactly("问题", "还有一点");
    }

    @Test
    void a_bad_rating_opens_a_case_and_a_good_one_does_not() {
        assertThat(handing.rated(user, "time_limits", "多久能上网", true)).isNotBlank();
        assertThat(consultations.openOf(user.value())).isEmpty();
        String reply = handing.rated(user, "time_limits", "多久能上网", false);
        assertThat(reply).contains(open().number());
        assertThat(open().origin()).isEqualTo(Consultation.Origin.RATED);
    }

    @Test
    void a_reply_fits_into_a_message_and_names_day_and_time() {
        String reply = handing.handOver(user, "问题");
        assertThat(reply.getBytes(StandardCharsets.UTF_8).length).isLessThan(2048);
        assertThat(reply).containsPattern("[0-9]+月[0-9]+日（星期.）[0-9]{2}:[0-9]{2}");
    }

    private Consultation open() {
        return consultations.openOf(user.value()).orElseThrow();
    }

    private String number(String reply) {
        assertThat(reply).contains(open().number());
        return open().number();
    }

    private List<String> said() {
        return jdbc.queryForList(
                        "SELECT text_sealed FROM consultation_message WHERE consultation_id = ? ORDER BY id", byte[].class,
                        open().id())
                .stream().map(vault::open).toList();
    }

    private Said said(String text) {
        return new Said(user, text, understood(text), Optional.empty());
    }

    /** The dialog asks for no intent: the conversation has found it. */
    private static Understood understood(String text) {
        return new Understood(List.of(new Guess(Intent.HUMAN, 1)), FieldReader.read(text));
    }
}
