package dev.daybook.jooq;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.testkit.sample.Events;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a database from being a log has a name and a remedy, and does no harm for longer than it lasts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerFaults {

    final TestServer server;
    final String schema;
    private HikariDataSource pool;

    ServerFaults(TestServer server) {
        this.server = server;
        schema = server.newSchema();
    }

    @BeforeEach
    void connect() {
        pool = server.pool(8);
    }

    @AfterEach
    void disconnect() throws Exception {
        pool.close();
        server.execute("drop schema if exists " + schema + server.either(" cascade", ""));
    }

    @AfterAll
    void end() {
        server.close();
    }

    final Storage open() {
        return open(pool);
    }

    private Storage open(HikariDataSource source) {
        return server.builder(source)
                .schema(schema)
                .lockTimeout(Duration.ofMillis(300))
                .patience(Duration.ofSeconds(5))
                .clock(TestServer.slowly())
                .open();
    }

    @Test
    void a_user_whom_the_server_does_not_know_is_named() {
        try (HikariDataSource stranger = server.pool("stranger", server.server().port(), 2)) {
            assertFault(Fault.MISSING, "the user and the password", () -> open(stranger));
        }
    }

    @Test
    void a_wrong_database_is_named() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbc(server.server().port()).replace("/daybook", "/nowhere"));
        config.setUsername("daybook");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1_000);
        try (HikariDataSource nowhere = new HikariDataSource(config)) {
            assertFault(Fault.MISSING, "Check the database's name", () -> open(nowhere));
        }
    }

    @Test
    void whoever_may_only_read_reads_and_is_told_so_when_he_writes() throws Exception {
        try (Storage storage = open()) {
            storage.log().append(append("order_1"));
        }
        server.allow("reader", schema, "select on *");
        try (HikariDataSource reading = server.pool("reader", server.server().port(), 8);
                Storage storage = open(reading)) {
            assertThat(allInOrder(storage)).hasSize(1);
            assertFault(
                    Fault.READ_ONLY, "as a user that may", () -> storage.log().append(append("order_1")));
            assertThat(allInOrder(storage)).hasSize(1);
        }
    }

    @Test
    void whoever_may_only_read_opens_a_log_for_reading_only_and_makes_none() throws Exception {
        assertFault(Fault.MISSING, "has no log", () -> openReadOnly(pool).close());
        try (Storage storage = open()) {
            storage.log().append(append("order_1"));
        }
        server.allow("auditor", schema, "select on *");
        try (HikariDataSource reading = server.pool("auditor", server.server().port(), 8);
                Storage storage = openReadOnly(reading)) {
            assertThat(allInOrder(storage)).hasSize(1);
            assertThat(storage.consumers().all()).isEmpty();
            assertThat(storage.snapshots().totals().count()).isZero();
            assertFault(
                    Fault.READ_ONLY,
                    "was opened for reading only",
                    () -> storage.log().append(append("order_1")));
        }
    }

    private Storage openReadOnly(HikariDataSource source) {
        return server.builder(source).schema(schema).openReadOnly();
    }

    @Test
    void whoever_may_do_no_more_than_the_documents_ask_for_writes_and_reads() throws Exception {
        open().close();
        server.allow(
                "writer",
                schema,
                "select, insert on *",
                "update on log_lock",
                "update on log_consumer",
                "update, delete on view_row",
                "delete on snapshot");
        try (HikariDataSource writing = server.pool("writer", server.server().port(), 8);
                Storage storage = open(writing)) {
            storage.log().append(append("order_1"));
            Snapshot snapshot = new Snapshot("order_1", 1, "fingerprint", Events.WHEN, Events.WHEN, Payload.json("{}"));
            storage.snapshots().save(snapshot);
            storage.snapshots().save(snapshot);
            Lease lease = storage.consumers()
                    .claim("positions", "here", Optional.empty())
                    .orElseThrow();
            RowChange put = new RowChange.Put("positions", ViewRow.of("btc", Payload.json("1")));
            RowChange remove = new RowChange.Remove("positions", "btc");
            for (RowChange change : List.of(put, put, remove)) {
                assertThat(storage.consumers().commit(lease, new Progress(1, List.of(change))))
                        .isTrue();
            }
            assertThat(allInOrder(storage)).hasSize(1);
            readOnly(true);
            try {
                assertFault(Fault.READ_ONLY, "primary", () -> storage.log().append(append("order_1")));
                assertThat(allInOrder(storage)).hasSize(1);
            } finally {
                readOnly(false);
            }
            storage.log().append(append("order_1"));
            assertThat(allInOrder(storage)).hasSize(2);
        }
    }

    /** In new sessions with one kind, in those that exist with the other. */
    private void readOnly(boolean on) throws Exception {
        if (server.isPostgresql()) {
            server.execute("alter role writer set default_transaction_read_only = " + on);
            server.killSessions();
        } else {
            server.execute("set global read_only = " + (on ? 1 : 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_log", "aggregate", "event_type", "events", "snapshots"})
    void somebody_else_s_table_of_a_name_that_daybook_needs_is_left_as_it_is(String table) throws Exception {
        server.execute("create schema " + schema, "create table " + schema + "." + table + " (entry integer)");
        assertFault(Fault.FOREIGN, table, this::open);
        assertThat(server.query("select count(*) from information_schema.tables where table_schema = '" + schema + "'"))
                .containsExactly("1");
    }

    @Test
    void a_newer_schema_is_refused() throws Exception {
        open().close();
        server.execute("update " + schema + ".log_lock set version = 4711");
        assertFault(Fault.NEWER, "schema version 4711", this::open);
    }

    @Test
    void a_lock_that_somebody_holds_is_named_and_harmless_once_released() throws Exception {
        try (Storage storage = open();
                Connection other = server.shell();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from " + schema + ".log_lock for update");
            assertFault(Fault.LOCKED, "time-out", () -> storage.log().append(append("order_1")));
            assertThat(storage.log().head()).isZero();

            other.rollback();
            storage.log().append(append("order_1"));
            assertThat(allInOrder(storage)).hasSize(1);
        }
    }

    @Test
    void a_dropped_schema_is_named() throws Exception {
        try (Storage storage = open()) {
            storage.log().append(append("order_1"));
            server.execute("drop schema " + schema + server.either(" cascade", ""));
            assertFault(Fault.MISSING, "dropped", () -> storage.log().append(append("order_1")));
            assertFault(Fault.MISSING, "dropped", () -> Events.all(storage.log()));
        }
    }

    @Test
    void a_single_byte_that_somebody_has_changed_past_the_guards_is_damaged_and_not_served() throws Exception {
        try (Storage storage = open()) {
            storage.log().append(append("order_1"));
            storage.log().append(append("order_2"));
            changeOneByte();
            assertFault(Fault.DAMAGED, "position 1", () -> Events.all(storage.log()));
            assertFault(Fault.DAMAGED, "backup", () -> Events.all(storage.log()));
            assertThat(storage.log().head()).isEqualTo(2);
        }
    }

    private void changeOneByte() throws Exception {
        if (server.isPostgresql()) {
            server.execute(
                    "alter table " + schema + ".event_log disable trigger user",
                    "update " + schema + ".event_log set payload = set_byte(payload, 3, 0) where position = 1");
        } else {
            server.execute(
                    "drop trigger " + schema + ".event_log_update",
                    "update " + schema + ".event_log set payload = insert(payload, 3, 1, 'x') where position = 1");
        }
    }
}
