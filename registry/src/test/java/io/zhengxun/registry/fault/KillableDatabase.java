package io.zhengxun.registry.fault;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A connection that is cut just before its n-th statement or commit, as a killed process cuts it: the server sees the
 * end of the line and undoes what was not committed.
 */
@TestConfiguration(proxyBeanMethods = false)
public class KillableDatabase {

    /** When the next connection of this thread dies. */
    public static final class KillSwitch {

        private final ThreadLocal<int[]> stepsLeft = new ThreadLocal<>();

        /** @param steps how many statements and commits of this thread go well before */
        public void arm(int steps) {
            stepsLeft.set(new int[] {steps});
        }

        /** @return whether it had struck */
        public boolean disarm() {
            int[] left = stepsLeft.get();
            stepsLeft.remove();
            return left != null && left[0] < 0;
        }

        private boolean strikes() {
            int[] left = stepsLeft.get();
            return left != null && left[0]-- <= 0;
        }
    }

    @Bean
    static KillSwitch killSwitch() {
        return new KillSwitch();
    }

    @Bean
    EveryStep everyStep(KillSwitch kill, JdbcTemplate jdbc) {
        return new EveryStep(kill, jdbc, Set.of());
    }

    @Bean
    static BeanPostProcessor killable(KillSwitch kill) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Killable(source, kill) : bean;
            }
        };
    }

    private static final class Killable extends DelegatingDataSource {

        private static final Set<String> STEPS =
                Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");
        private final KillSwitch kill;

        Killable(DataSource source, KillSwitch kill) {
            super(source);
            this.kill = kill;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, (proxy, method, arguments) -> {
                if (method.getName().equals("commit")) {
                    step(connection);
                }
                Object answer = called(() -> method.invoke(connection, arguments));
                return answer instanceof Statement statement ? steps(statement, connection) : answer;
            });
        }

        private Statement steps(Statement statement, Connection connection) {
            Class<? extends Statement> type =
                    statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            return proxy(type, (proxy, method, arguments) -> {
                if (STEPS.contains(method.getName())) {
                    step(connection);
                }
                return called(() -> method.invoke(statement, arguments));
            });
        }

        private void step(Connection connection) throws SQLException {
            if (kill.strikes()) {
                connection.abort(Runnable::run);
                // The next one that asks for a connection would get the dead one.
                unwrap(HikariDataSource.class).evictConnection(connection);
                throw new SQLNonTransientConnectionException("The process was killed here.", "08006");
            }
        }

        private interface Call {
            Object now() throws ReflectiveOperationException;
        }

        private static Object called(Call call) throws Throwable {
            try {
                return call.now();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }
}
