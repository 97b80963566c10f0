package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.embedded.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartOptionsTest {

    private static final Map<String, String> OWN_SERVERS =
            Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://db/x", "SPRING_DATA_REDIS_URL", "redis://cache");

    @Test
    void without_a_word_it_is_port_8080_and_the_folder_data() {
        assertThat(StartOptions.of(List.of(), Map.of()))
                .isEqualTo(new StartOptions(new HttpPort(8080), Path.of("data").toAbsolutePath(), false, false));
    }

    @Test
    void port_folder_and_reset_can_be_chosen() {
        assertThat(StartOptions.of(List.of("--reset"), Map.of("PORT", "9000", "DATA_DIR", "/srv/x/../数 据")))
                .isEqualTo(new StartOptions(new HttpPort(9000), Path.of("/srv/数 据"), true, false));
    }

    @Test
    void both_external_servers_replace_the_embedded_ones() {
        assertThat(StartOptions.of(List.of(), OWN_SERVERS).externalServers()).isTrue();
    }

    @Test
    void one_external_server_alone_is_refused() {
        assertThatThrownBy(() -> StartOptions.of(List.of(), Map.of("SPRING_DATA_REDIS_URL", "redis://cache")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("both")
                .hasMessageNotContaining("redis://cache");
    }

    @Test
    void a_reset_never_concerns_external_servers() {
        assertThatThrownBy(() -> StartOptions.of(List.of("--reset"), OWN_SERVERS)).isInstanceOf(StartRefused.class);
    }

    @Test
    void an_unknown_argument_is_refused() {
        assertThatThrownBy(() -> StartOptions.of(List.of("--rest"), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--rest");
    }
}
