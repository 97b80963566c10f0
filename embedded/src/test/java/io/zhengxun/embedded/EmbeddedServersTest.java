package io.zhengxun.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    private static final Path PROGRAMS = Path.of("target/server-programs").toAbsolutePath();

    @TempDir
    Path temporary;

    @Test
    void a_killed_process_loses_no_row_and_its_servers_give_way_to_the_next_start() throws Exception {
        Path path = temporary.resolve("数据 with spaces");
        Process other = AnotherProcess.start(path, PROGRAMS);
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("stored");
            assertThatThrownBy(() -> DataFolder.claim(path))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by process " + other.pid());
            other.destroyForcibly().waitFor();
        }
        assertThat(serversOn(path)).hasSize(2);
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        try (DataFolder folder = DataFolder.claim(path);
                EmbeddedServers servers = new EmbeddedServers(folder, PROGRAMS, told::add)) {
            servers.start();

            assertThat(words(servers)).containsExactly("stored");
            assertThat(serversOn(path)).hasSize(2);
        }
        assertThat(told).hasSize(2).allMatch(line -> line.contains("left by a killed run"));
        assertThat(serversOn(path)).isEmpty();
    }

    @Test
    void the_data_and_the_passwords_of_an_orderly_stop_are_there_at_the_next_start() throws Exception {
        List<String> passwords = new ArrayList<>();
        for (int start = 1; start <= 2; start++) {
            try (DataFolder folder = DataFolder.claim(temporary);
                    EmbeddedServers servers = new EmbeddedServers(folder, PROGRAMS, words -> {})) {
                servers.start();
                passwords.add(servers.springProperties().get("spring.datasource.password").toString());
                execute(servers, "CREATE TABLE IF NOT EXISTS kept (word VARCHAR(20))");
                execute(servers, "INSERT INTO kept VALUES ('start " + start + "')");

                assertThat(words(servers)).hasSize(start);
            }
        }
        assertThat(passwords.get(0)).hasSize(48).isEqualTo(passwords.get(1));
        assertThat(Files.getPosixFilePermissions(temporary.resolve("mariadb.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void what_is_stopped_before_it_started_does_not_start() {
        try (DataFolder folder = DataFolder.claim(temporary)) {
            EmbeddedServers servers = new EmbeddedServers(folder, PROGRAMS, words -> {});
            servers.close();

            assertThatThrownBy(servers::start).isInstanceOf(StartRefused.class);
        }
        assertThat(serversOn(temporary)).isEmpty();
    }

    @Test
    void a_database_whose_creation_was_cut_off_is_created_anew() throws Exception {
        Files.createDirectories(temporary.resolve("mariadb/data/mysql"));
        Files.writeString(temporary.resolve("zhengxun-data"), "");
        Files.writeString(temporary.resolve("mariadb/data/mysql/global_priv.frm"), "half");

        try (DataFolder folder = DataFolder.claim(temporary);
                EmbeddedServers servers = new EmbeddedServers(folder, PROGRAMS, words -> {})) {
            servers.start();
            execute(servers, "CREATE TABLE kept (word VARCHAR(20))");

            assertThat(words(servers)).isEmpty();
        }
    }

    private static Stream<ProcessHandle> matching(Path path) {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .command()
                .filter(command -> command.contains("mariadbd") || command.contains("redis-server"))
                .flatMap(command -> process.info().commandLine())
                .filter(line -> line.contains(path.toString()))
                .isPresent());
    }

    private static List<ProcessHandle> serversOn(Path path) {
        return matching(path).toList();
    }

    private static void execute(EmbeddedServers servers, String sql) throws SQLException {
        try (Connection connection = AnotherProcess.connect(servers.springProperties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> words(EmbeddedServers servers) throws SQLException, IOException {
        List<String> words = new ArrayList<>();
        try (Connection connection = AnotherProcess.connect(servers.springProperties());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
