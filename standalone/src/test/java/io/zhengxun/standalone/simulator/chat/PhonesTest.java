package io.zhengxun.standalone.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.SimulatorSettings.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhonesTest {

    private static final List<User> USERS =
            List.of(new User("小林", "持证人", false), new User("阿强", "市级审核员", true));

    private final Phones phones = new Phones(new SimulatorSettings("", Duration.ofSeconds(5), 3, USERS, "oCrowd"));

    @Test
    void scripts_may_bring_any_number_of_users_and_the_first_phones_stay() {
        for (int i = 0; i < 3000; i++) {
            phones.of("oScript%06d".formatted(i));
        }
        assertThat(phones.all()).hasSizeLessThanOrEqualTo(1000);
        assertThat(phones.all().subList(0, 2)).extracting(Phone::name).containsExactly("小林", "阿强");
        assertThat(phones.all().get(phones.all().size() - 1).openId()).isEqualTo("oScript002999");
    }

    @Test
    void a_follower_from_before_the_start_keeps_the_openid_that_a_new_phone_would_have_got() {
        phones.follower(Phones.openId(3), "刘工");
        assertThat(phones.find(Phones.openId(3))).get().matches(Phone::following);
        assertThat(phones.add(new User("王老师", "", false)).openId()).isEqualTo(Phones.openId(4));
        phones.follower(Phones.openId(1), "别名");
        assertThat(phones.find(Phones.openId(1)).orElseThrow().name()).isEqualTo("小林");
    }

    @Test
    void an_openid_is_checked() {
        assertThatThrownBy(() -> phones.of("<script>")).isInstanceOf(SimulatorRefusal.class).hasMessage("bad-openid");
    }

    @Test
    void a_phone_keeps_its_latest_lines_with_their_numbers() {
        Phone phone = phones.of("oSomebody");
        for (int i = 1; i <= 1000; i++) {
            phone.sent("text", "第" + i + "条", Instant.EPOCH, i);
        }
        List<ShownMessage> all = phone.after(0);
        assertThat(all).hasSize(200);
        assertThat(all.get(199).number()).isEqualTo(1000);
        assertThat(phone.after(998)).extracting(ShownMessage::number).containsExactly(999L, 1000L);
    }
}
