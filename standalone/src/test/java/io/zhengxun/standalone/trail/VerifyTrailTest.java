package io.zhengxun.standalone.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** W4: an operator verifies the trail whether the system is running or not. */
class VerifyTrailTest {

    private static final Path PROGRAMS =
            Path.of("../embedded/target/server-programs").toAbsolutePath().normalize();

    @TempDir
    Path temporary;

    @Test
    void a_running_and_a_stopped_installation_are_verified_and_a_forgery_is_named() throws Exception {
        Path data = Files.createDirectory(temporary.resolve("data"));
        Path ends = temporary.resolve("ends");
        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedServers servers = new EmbeddedServers(folder, PROGRAMS, words -> {})) {
            servers.start();
            try (ConfigurableApplicationContext system = system(servers)) {
                act(system);
                assertThat(verify(data, "--ends", ends.toString()))
                        .startsWith("0 ")
                        .contains("16 chains, 3 entries checked: intact");
                assertThat(Files.readAllLines(ends)).hasSize(16);

                forge(system);
                assertThat(verify(data, "--ends", ends.toString()))
                        .startsWith("1 ")
                        .contains("16 chains, ")
                        .containsPattern("chain \\d+, entry \\d+: CONTENT_CHANGED  第 \\d+ 链第 \\d+ 条记录的内容被改动");
            }
        }
        Files.createSymbolicLink(data.resolve("programs"), PROGRAMS);
        assertThat(verify(data)).startsWith("1 starting the database").contains("BROKEN");
        assertThat(data.resolve("zhengxun.pid")).doesNotExist();
    }

    @Test
    void what_cannot_be_asked_is_said_in_a_line() throws Exception {
        Path ends = Files.writeString(temporary.resolve("ends"), "not an end");

        assertThat(verify(temporary)).startsWith("2 The trail cannot be verified. There is no data").hasLineCount(1);
        assertThat(temporary).isDirectoryContaining(path -> path.equals(ends)).isDirectoryNotContaining("glob:**.lock");
        assertThat(run(Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://127.0.0.1:1/none")))
                .startsWith("2 The trail cannot be verified");
        assertThat(run(Map.of(), "--all")).startsWith("2 Usage");
        assertThat(run(Map.of(), "--help")).startsWith("0 Usage");
    }

    private static ConfigurableApplicationContext system(EmbeddedServers servers) {
        Map<String, Object> settings = new HashMap<>(servers.springProperties());
        settings.put("spring.config.name", "standalone");
        return TrailContext.start(settings);
    }

    private static void act(ConfigurableApplicationContext system) {
        AuditTrail trail = system.getBean(AuditTrail.class);
        TransactionTemplate transaction = new TransactionTemplate(system.getBean(PlatformTransactionManager.class));
        Actor actor = new Actor("clerk", "示例员工", "CITY_LEAD", "192.0.2.7");
        for (int i = 0; i < 3; i++) {
            Deed deed = Deed.of(actor, "AN_ACT", Deed.Subject.Kind.SUBMISSION, "PC-" + i, Map.of());
            transaction.executeWithoutResult(status -> trail.append(deed));
        }
    }

    private static void forge(ConfigurableApplicationContext system) {
        assertThat(system.getBean(JdbcTemplate.class)
                        .update("UPDATE audit_entry SET name = '别人' WHERE subject_key = 'PC-1'"))
                .isEqualTo(1);
    }

    private static String verify(Path data, String... arguments) {
        return run(Map.of("DATA_DIR", data.toString()), arguments);
    }

    /** The exit code and what was printed. */
    private static String run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = new VerifyTrail(environment, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return code + " " + printed.toString(StandardCharsets.UTF_8);
    }
}
