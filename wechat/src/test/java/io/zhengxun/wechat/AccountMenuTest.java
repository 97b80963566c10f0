package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told to WeChat about the menu, over HTTP. */
@WeChatTest
class AccountMenuTest {

    private static final String GET = "/cgi-bin/menu/get";
    private static final String CREATE = "/cgi-bin/menu/create";
    private static final List<Map<String, Object>> WANTED = List.of(
            Map.of("name", "查证书", "sub_button", List.of(
                    Map.of("type", "click", "name", "查证书", "key", "intent:lookup"),
                    Map.of("type", "view", "name", "国网", "url", "https://example.com/a?b=c&d=e"))),
            Map.of("type", "click", "name", "人工", "key", "intent:human"));

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance instance;
    private AccountMenu menu;

    @BeforeEach
    void wechat_has_menus() throws IOException {
        wechat = new FakeWeChat();
        instance = new Instance(wechat, vault, redisson);
        menu = new AccountMenu(instance.api);
        wechat.answers(CREATE, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    @AfterEach
    void wechat_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    @Test
    void an_account_without_a_menu_gets_it_in_plain_characters() {
        StringBuffer told = new StringBuffer();
        wechat.answers(GET, "{\"errcode\":46003,\"errmsg\":\"menu no exist\"}");
        wechat.does(CREATE, exchange -> {
            told.append(exchange.getAttribute("body"));
            FakeWeChat.json(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        });
        assertThat(menu.push(WANTED)).isTrue();
        assertThat(told.toString()).startsWith("{\"button\":[").contains("\"查证书\"", "b=c&d=e").doesNotContain("\\u");
    }

    @Test
    void the_same_menu_is_not_pushed_again_whatever_WeChat_adds_to_it() {
        wechat.answers(GET, """
                {"menu":{"menuid":208396938,"button":[
                  {"name":"查证书","type":"","sub_button":[
                    {"key":"intent:lookup","name":"查证书","type":"click","sub_button":[]},
                    {"url":"https:\\/\\/example.com\\/a?b=c&d=e","name":"国网","type":"view","sub_button":[],"x":1}]},
                  {"type":"click","name":"人工","key":"intent:human","sub_button":[]}]}}""");
        assertThat(menu.push(WANTED)).isFalse();
        assertThat(wechat.asked(CREATE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"menu\":{\"button\":[]}}",
        "{\"menu\":{\"button\":[{\"type\":\"click\",\"name\":\"人工\",\"key\":\"intent:human\"}]}}",
        "{}"
    })
    void another_menu_is_replaced(String now) {
        wechat.answers(GET, now);
        assertThat(menu.push(WANTED)).isTrue();
        assertThat(wechat.asked(CREATE)).isEqualTo(1);
    }

    @Test
    void another_order_is_another_menu() {
        wechat.answers(GET, """
                {"menu":{"button":[
                  {"type":"click","name":"人工","key":"intent:human"},
                  {"type":"click","name":"通知","key":"intent:subscribe"}]}}""");
        assertThat(menu.push(List.of(
                        Map.of("type", "click", "name", "通知", "key", "intent:subscribe"),
                        Map.of("type", "click", "name", "人工", "key", "intent:human"))))
                .isTrue();
    }

    @Test
    void what_WeChat_refuses_is_told_with_its_code() {
        wechat.answers(GET, "{\"errcode\":46003}");
        wechat.answers(CREATE, "{\"errcode\":40054,\"errmsg\":\"invalid sub button url\"}");
        assertThat(catchThrowableOfType(WeChatFailure.class, () -> menu.push(WANTED)).error().code()).isEqualTo("40054");
    }

    @Test
    void a_menu_that_cannot_be_compared_is_not_pushed() {
        wechat.answers(GET, "{\"errcode\":48001}");
        assertThat(catchThrowableOfType(WeChatFailure.class, () -> menu.push(WANTED)).error().kind())
                .isEqualTo(ErrorClass.ACCOUNT);
        assertThat(wechat.asked(CREATE)).isZero();
    }
}
