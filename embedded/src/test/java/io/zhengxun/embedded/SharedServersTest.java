package io.zhengxun.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;

class SharedServersTest {

    @Test
    void a_spring_context_is_told_where_the_servers_are() {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            new SharedServers().initialize(context);

            assertThat(context.getEnvironment().getProperty("spring.datasource.url")).startsWith("jdbc:mysql://127.0.0.1:");
            assertThat(context.getEnvironment().getProperty("spring.data.redis.url")).startsWith("redis://");
        }
    }

    @Test
    void the_database_stores_chinese_durably_and_its_account_reaches_no_other() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE words (word VARCHAR(20))");
            statement.execute("INSERT INTO words VALUES ('证讯𠮷')");

            assertThat(first(statement, "SELECT word FROM words")).isEqualTo("证讯𠮷");
            assertThat(first(statement, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(first(statement, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> first(statement, "SELECT user FROM mysql.user")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void redis_can_be_stopped_and_comes_back_on_its_port_with_its_data() {
        RedisClient client = RedisClient.create(SharedServers.properties().get("spring.data.redis.url").toString());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().set("kept", "yes");
        }
        int port = SharedServers.redis().port();

        SharedServers.redis().stop();

        assertThatThrownBy(client::connect).isInstanceOf(RedisException.class);

        SharedServers.redis().start();

        assertThat(SharedServers.redis().port()).isEqualTo(port);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThat(connection.sync().get("kept")).isEqualTo("yes");
        }
        client.shutdown();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                SharedServers.properties().get("spring.datasource.url").toString(),
                SharedServers.properties().get("spring.datasource.username").toString(),
                SharedServers.properties().get("spring.datasource.password").toString());
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
