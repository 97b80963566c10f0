package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.StartRefused;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new StartRefused("Do this."), "Do this."),
                Arguments.of(new IllegalStateException("outer", new StartRefused("Do this.", new Error("inner"))), "Do this."),
                Arguments.of(
                        new IllegalStateException("outer", new PortInUseException(8080)),
                        "Port 8080 was taken by another program just now; choose another by PORT=..."),
                Arguments.of(
                        new IllegalStateException("outer", new IllegalArgumentException("no key\n\tat some place")),
                        "The reason: IllegalArgumentException, no key (more in zhengxun.log in the data folder)"),
                Arguments.of(
                        new IllegalStateException((String) null),
                        "The reason: IllegalStateException, without a message (more in zhengxun.log in the data folder)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failed_start_is_told_in_one_line(Throwable failure, String line) {
        assertThat(StartFailure.of(failure).line()).isEqualTo(line).hasLineCount(1);
    }
}
