package io.zhengxun.notifier.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database goes away: no connection is given any more until it is back. */
public final class DatabaseSwitch {

    private volatile boolean away;

    public void off() {
        away = true;
    }

    public void on() {
        away = false;
    }

    DataSource around(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away) {
                    throw new SQLTransientConnectionException("away");
                }
                return super.getConnection();
            }
        };
    }
}
