package dev.daybook.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pool of connections that a peer is given: a commit through it is as durable as one of Daybook's. */
final class EnginePool implements AutoCloseable {

    private final Engine engine;
    private final HikariDataSource pool;

    EnginePool(Engine engine, String log) throws SQLException {
        this.engine = engine;
        engine.prepare(log);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(engine.jdbcUrl(log));
        config.setMaximumPoolSize(engine.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(60_000);
        config.setPoolName(log);
        pool = new HikariDataSource(config);
    }

    DataSource source() {
        return wrap(DataSource.class, pool, (method, result) -> result instanceof Connection c ? flushed(c) : result);
    }

    private Connection flushed(Connection connection) {
        return wrap(Connection.class, connection, (method, result) -> {
            if (method.getName().equals("commit")) {
                engine.flush(connection);
            }
            return result;
        });
    }

    /** What becomes of the answer of a call. */
    @FunctionalInterface
    private interface After {
        @Nullable
        Object call(Method method, @Nullable Object result) throws SQLException;
    }

    private static <T> T wrap(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.call(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public void close() {
        pool.close();
    }
}
