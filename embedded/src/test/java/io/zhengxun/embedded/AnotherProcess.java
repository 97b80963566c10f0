package io.zhengxun.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A JVM of its own that owns a data folder, stores a row, says so and stays until it is killed. */
final class AnotherProcess {

    private AnotherProcess() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        EmbeddedServers servers = new EmbeddedServers(
                DataFolder.claim(Path.of(arguments[0])), Path.of(arguments[1]), words -> {});
        servers.start();
        try (Connection connection = connect(servers.springProperties());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word VARCHAR(20))");
            statement.execute("INSERT INTO kept VALUES ('stored')");
        }
        System.out.println("stored");
        System.in.read();
    }

    static Process start(Path folder, Path programs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcess.class.getName(),
                        folder.toString(),
                        programs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Connection connect(Map<String, Object> properties) throws SQLException {
        return DriverManager.getConnection(
                properties.get("spring.datasource.url").toString(),
                properties.get("spring.datasource.username").toString(),
                properties.get("spring.datasource.password").toString());
    }
}
