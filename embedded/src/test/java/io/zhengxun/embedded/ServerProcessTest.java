package io.zhengxun.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ServerProcessTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_nobody_reaps_counts_as_ended() throws IOException {
        // The shell becomes a program that never asks for its child's exit code, as the first process of many containers.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle orphan = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            assertThat(assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> ServerProcess.end(orphan, Duration.ofSeconds(60))))
                    .isTrue();
            assertThat(orphan.isAlive()).as("a zombie").isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_child_of_this_jvm_is_ended() throws IOException {
        Process child = new ProcessBuilder("sleep", "300").start();

        assertThat(ServerProcess.end(child.toHandle(), Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void a_process_that_does_not_even_die_is_killed_once_and_given_up() {
        List<String> done = new ArrayList<>();

        assertThat(ServerProcess.end(immortal(done), Duration.ofMillis(50))).isFalse();
        assertThat(done).containsExactly("destroy", "destroyForcibly");
    }

    private static ProcessHandle immortal(List<String> done) {
        ProcessHandle.Info info = played(ProcessHandle.Info.class, name -> Optional.of("/usr/sbin/mariadbd"));
        return played(ProcessHandle.class, name -> {
            if (name.equals("info")) {
                return info;
            }
            if (name.startsWith("destroy")) {
                done.add(name);
            }
            return true;
        });
    }

    private static <T> T played(Class<T> role, Function<String, Object> answers) {
        return role.cast(Proxy.newProxyInstance(
                ServerProcessTest.class.getClassLoader(),
                new Class<?>[] {role},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
