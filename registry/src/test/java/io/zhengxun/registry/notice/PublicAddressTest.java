package io.zhengxun.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://wx.example.cn", "https://wx.example.cn/", " https://wx.example.cn "})
    void a_notice_has_a_page(String address) {
        assertThat(new PublicAddress(address).ofNotice(7)).contains("https://wx.example.cn/m/notices/7");
    }

    @Test
    void a_path_in_front_stays() {
        assertThat(new PublicAddress("http://127.0.0.1:8080/zx").ofNotice(7))
                .contains("http://127.0.0.1:8080/zx/m/notices/7");
    }

    @Test
    void without_an_address_notices_go_without_a_link() {
        assertThat(new PublicAddress(null).ofNotice(7)).isEmpty();
        assertThat(new PublicAddress("").ofNotice(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wx.example.cn", "ftp://wx.example.cn", "https://", "https://a@wx.example.cn",
        "https://wx.example.cn?x=1", "https://wx.example.cn#x", "https://wx example.cn"})
    void anything_else_is_refused_at_the_start(String address) {
        assertThatThrownBy(() -> new PublicAddress(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PUBLIC_BASE_URL");
    }
}
