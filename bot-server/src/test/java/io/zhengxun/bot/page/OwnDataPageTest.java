package io.zhengxun.bot.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotTest;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.identity.Identities;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is kept about somebody is shown to that person, whole and to take along, and to nobody else (PIPL 45). */
@BotTest
class OwnDataPageTest {

    private static final FakeWebLogin WECHAT = new FakeWebLogin();
    private static final String NAME = "陈乙卯";
    private static final String ID = "44009919900307019X";

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("zhengxun.wechat.mp.api-base-url", WECHAT::address);
        properties.add("zhengxun.public.base-url", () -> "https://wx.example.cn");
    }

    @LocalServerPort
    int port;

    @Autowired
    Identities identities;

    private final String person = "o" + UUID.randomUUID();

    @BeforeEach
    void somebody_who_has_bound_an_identity() {
        // Others of these tests have bound it, too, as other people; five may.
        identities.bind(person, new Holder(PersonName.of(NAME), IdNumber.of(IdType.RESIDENT_ID, ID)), "2026-11");
    }

    @Test
    void the_person_sees_all_and_takes_it_along() {
        Phone phone = phone(person);

        HttpResponse<String> page = phone.open("/m/own");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("我的信息", NAME, ID, "2026-11", "own/data.json").doesNotContain("null", "{0}");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        HttpResponse<String> file = phone.get("/m/own/data.json");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("\"姓名\" : \"" + NAME + "\"", ID);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void somebody_else_sees_nothing_of_it() {
        HttpResponse<String> page = phone("o" + UUID.randomUUID()).open("/m/own");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("没有保存").doesNotContain(NAME, ID);
    }

    @Test
    void who_did_not_come_by_way_of_wechat_is_led_there() {
        for (String path : new String[] {"/m/own", "/m/own/data.json"}) {
            HttpResponse<String> asked = phone(person).get(path);
            assertThat(asked.statusCode()).isEqualTo(302);
            assertThat(Phone.parameters(asked)).containsEntry("redirect_uri", "https://wx.example.cn/m/own/visitor");
            assertThat(asked.body()).isNullOrEmpty();
        }
        assertThat(phone(person).get("/m/own/visitor?code=x&state=y").statusCode()).isEqualTo(400);
    }

    @Test
    void a_visit_to_another_page_does_not_open_this_one() {
        Phone phone = phone(person);
        phone.open("/m/notices/999999999999");
        assertThat(phone.get("/m/own").statusCode()).isEqualTo(302);
    }

    private Phone phone(String openId) {
        return new Phone(WECHAT, port, openId);
    }
}
