package dev.daybook.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.jooq.mariadb.MariaDbStorage;
import dev.daybook.jooq.postgresql.PostgresStorage;
import dev.daybook.testkit.server.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;

/** A server that tests share, what they need to say differently to each kind, and a schema of its own for each test. */
final class TestServer implements AutoCloseable {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final DatabaseServer server;
    private final Function<DataSource, RelationalBuilder> builder;

    private TestServer(DatabaseServer server, Function<DataSource, RelationalBuilder> builder) {
        this.server = server;
        this.builder = builder;
    }

    static TestServer postgresql() {
        return postgresql(DatabaseServer.TEMPORARY);
    }

    static TestServer postgresql(Path parent) {
        return new TestServer(DatabaseServer.postgresql(parent), PostgresStorage::builder);
    }

    static TestServer mariadb() {
        return new TestServer(DatabaseServer.mariadb(), MariaDbStorage::builder);
    }

    DatabaseServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    boolean isPostgresql() {
        return server.url().startsWith("postgresql");
    }

    /** One or the other kind's words. */
    String either(String postgresql, String mariadb) {
        return isPostgresql() ? postgresql : mariadb;
    }

    RelationalBuilder builder(DataSource source) {
        return builder.apply(source);
    }

    String newSchema() {
        return "log" + SCHEMAS.incrementAndGet();
    }

    HikariDataSource pool(int size) {
        return pool(server.port(), size);
    }

    HikariDataSource pool(int port, int size) {
        return pool("daybook", port, size);
    }

    /** So that each COMMIT goes over the wire as a word, and not as the number of a prepared statement. */
    HikariDataSource pool(String user, int port, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbc(port) + either("?prepareThreshold=0&connectTimeout=1", "&connectTimeout=1000"));
        config.setUsername(user);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    /** A clock by which between any two appends the connection was idle, so that it is noticed if it was lost meanwhile. */
    static InstantSource slowly() {
        AtomicLong seconds = new AtomicLong();
        return () -> Instant.ofEpochSecond(seconds.incrementAndGet());
    }

    /** A connection past Daybook, as of somebody who may do everything. */
    Connection shell() throws SQLException {
        return DriverManager.getConnection(jdbc(server.port()), either("daybook", "root"), "");
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = shell();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> query(String sql) throws SQLException {
        try (Connection connection = shell();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    /** Makes a user who may do just that, each a right and a table or * for all, in a schema of which the tables are there. */
    void allow(String user, String schema, String... rights) throws SQLException {
        if (isPostgresql()) {
            execute("create role " + user + " login", "grant usage on schema " + schema + " to " + user);
        } else {
            execute("create user " + user + "@127.0.0.1", "grant show view on daybook.* to " + user + "@127.0.0.1");
        }
        for (String right : rights) {
            String[] parts = right.split(" on ", 2);
            String all = either("all tables in schema " + schema, schema + ".*");
            execute("grant " + parts[0] + " on " + (parts[1].equals("*") ? all : schema + "." + parts[1]) + " to "
                    + user + either("", "@127.0.0.1"));
        }
    }

    /** Ends every session of others, as an administrator does. */
    void killSessions() throws SQLException {
        if (isPostgresql()) {
            query("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend'");
            return;
        }
        for (String id : query("select id from information_schema.processlist"
                + " where id <> connection_id() and user <> 'system user'")) {
            try {
                execute("kill " + id);
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }

    String jdbc(int port) {
        return "jdbc:" + either("postgresql", "mariadb") + "://127.0.0.1:" + port
                + either("/daybook", "/daybook?sslMode=disable");
    }
}
