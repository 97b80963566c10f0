package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class WelcomeTest {

    @Test
    void the_newcomer_is_told_where_to_go_what_to_try_and_how_to_stop() {
        StartOptions options = new StartOptions(new HttpPort(9000), Path.of("/srv/data"), false, false);
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.registerBean("second", Hint.class, () -> new Hint("Look-ups 查询", List.of("张三 …"), 20));
            context.registerBean("first", Hint.class, () -> new Hint("Accounts 账号", List.of("demo / demo"), 10));
            context.refresh();

            assertThat(Welcome.of(context, options, Duration.ofMillis(12_900)))
                    .contains("(12 s)")
                    .contains("http://127.0.0.1:9000/simulator/", "http://127.0.0.1:9000/actuator/health")
                    .containsSubsequence("Accounts 账号", "    demo / demo", "Look-ups 查询", "    张三 …")
                    .contains("/srv/data", "Ctrl-C");
        }
    }
}
