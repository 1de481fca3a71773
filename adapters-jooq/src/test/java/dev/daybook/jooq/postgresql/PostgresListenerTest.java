package dev.daybook.jooq.postgresql;

import static dev.daybook.testkit.sample.Events.append;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.jooq.Dialect.Listening;
import dev.daybook.jooq.RelationalStorage;
import dev.daybook.testkit.server.DatabaseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What PostgreSQL tells of appends. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
class PostgresListenerTest {

    private static DatabaseServer server;

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final Semaphore heard = new Semaphore(0);
    private RelationalStorage here;
    private RelationalStorage there;
    private Listening listening;

    @BeforeAll
    static void start() {
        server = DatabaseServer.postgresql();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws InterruptedException {
        source.setUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/daybook");
        source.setUser("daybook");
        there = PostgresStorage.builder(source).schema("desk").open();
        PostgresDialect dialect =
                new PostgresDialect(source, PostgresStorage.builder(source).schema("desk"));
        here = RelationalStorage.open(dialect, Clock.systemUTC(), 2);
        assertThat(here.log().head()).isEqualTo(there.log().head());
        listening = dialect.listen(heard::release);
        awaitHeard();
    }

    @AfterEach
    void close() {
        listening.close();
        here.close();
        there.close();
    }

    private void awaitHeard() throws InterruptedException {
        assertThat(heard.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_append_of_others_is_heard_and_neither_an_own_one_nor_one_to_another_log() throws InterruptedException {
        here.log().append(append("order_1"));
        try (RelationalStorage other =
                PostgresStorage.builder(source).schema("another").open()) {
            other.log().append(append("order_1"));
        }
        there.log().append(append("order_1", 3));
        awaitHeard();
        assertThat(heard.availablePermits()).isZero();
    }

    @Test
    void an_append_that_joins_a_transaction_is_heard() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            here.append(connection, append("order_1"));
            connection.commit();
        }
        awaitHeard();
    }

    @Test
    void a_lost_connection_is_replaced() throws Exception {
        endListener();
        awaitHeard();
        there.log().append(append("order_1"));
        awaitHeard();
    }

    private void endListener() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and query ilike 'listen %'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }
}
