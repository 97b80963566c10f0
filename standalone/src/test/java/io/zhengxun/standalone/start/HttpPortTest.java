package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.embedded.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPortTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "99999", "-1", "80a", " 80", "100000000000"})
    void a_port_is_a_number_from_1_to_65535(String text) {
        assertThatThrownBy(() -> HttpPort.of(text)).isInstanceOf(StartRefused.class).hasMessageContaining("PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8080", "65535"})
    void both_ends_of_the_range_are_ports(String text) {
        assertThat(HttpPort.of(text).number()).isEqualTo(Integer.parseInt(text));
    }

    @Test
    void a_taken_port_is_refused_with_the_way_to_choose_another() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpPort port = new HttpPort(other.getLocalPort());

            assertThatThrownBy(port::requireFree)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("PORT=" + (other.getLocalPort() + 1));
        }
    }

    @Test
    void a_program_that_listens_on_all_addresses_takes_the_port_too() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(new HttpPort(other.getLocalPort())::requireFree).isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void a_free_port_is_not_refused() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }
        assertThatCode(new HttpPort(port)::requireFree).doesNotThrowAnyException();
    }
}
