package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.sqlite.OriginalSchemaImport.Refused;
import dev.daybook.sqlite.OriginalSchemaImport.Summary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalSchemaImportTest {

    private static final String TIME = "2024-05-06T07:08:09.123456Z";

    @TempDir
    private Path folder;

    private Path source;
    private Connection original;
    private Storage storage;
    private final List<Refused> refused = new ArrayList<>();

    @BeforeEach
    void make() throws SQLException {
        source = folder.resolve("audit.db");
        original = DriverManager.getConnection("jdbc:sqlite:" + source);
        try (Statement statement = original.createStatement()) {
            statement.execute("create table events (id TEXT, event_type TEXT, event_data TEXT, aggregate_id TEXT,"
                    + " sequence INTEGER, timestamp TEXT)");
            statement.execute("create table snapshots (id TEXT, aggregate_id TEXT, state_data TEXT, sequence INTEGER,"
                    + " timestamp TEXT)");
        }
        storage = SqliteStorage.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() throws SQLException {
        original.close();
        storage.close();
    }

    @Test
    void ids_order_sequences_times_and_text_are_kept() throws SQLException {
        String first = id(1);
        event(first, "OrderPlaced", "{ \"price\" : 1.10 }", "order_1", 1, "2024-05-06T09:08:09.123456+02:00");
        event(id(2), "OrderPlaced", "{}", "order_2", 1, "2024-05-06T07:08:08Z");
        event(id(3), "OrderFilled", "[1,\"é🙂\"]", "order_1", 2, TIME);

        assertThat(run()).isEqualTo(new Summary(3, 0, 0, 0));
        List<StoredEvent> all = Events.all(storage.log());
        assertThat(all).extracting(StoredEvent::aggregateId).containsExactly("order_1", "order_2", "order_1");
        assertThat(all).extracting(StoredEvent::sequence).containsExactly(1L, 1L, 2L);
        assertThat(all.getFirst().id()).isEqualTo(UUID.fromString(first));
        assertThat(all.getFirst().timestamp()).isEqualTo(Instant.parse(TIME));
        assertThat(all.getFirst().payload().text()).isEqualTo("{ \"price\" : 1.10 }");
        assertThat(all.getLast().payload().text()).isEqualTo("[1,\"é🙂\"]");
        assertThat(refused).isEmpty();
    }

    @Test
    void a_second_run_stores_nothing_and_finds_everything() throws SQLException {
        for (int i = 1; i <= 1_203; i++) {
            event(id(10_000 + i), "OrderFilled", "{}", "order_" + i % 7, (i + 6) / 7, TIME);
        }
        flaws();
        Summary first = run();
        List<Refused> findings = List.copyOf(refused);
        List<StoredEvent> before = Events.all(storage.log());

        assertThat(first.stored()).isEqualTo(before.size());
        assertThat(run()).isEqualTo(new Summary(0, first.stored(), first.refused(), first.snapshots()));
        assertThat(refused.subList(findings.size(), refused.size())).isEqualTo(findings);
        assertThat(Events.all(storage.log())).isEqualTo(before);
    }

    @Test
    void every_flaw_is_reported_with_its_row_and_what_follows_it_too() throws SQLException {
        flaws();

        assertThat(run()).isEqualTo(new Summary(5, 0, 14, 1));
        assertThat(refused.stream().map(one -> one.row() + " " + one.reason()))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("2 duplicate sequence"),
                        one -> assertThat(one).startsWith("4 gap or out of order"),
                        one -> assertThat(one).startsWith("5 follows a row of gap"),
                        one -> assertThat(one).startsWith("6 bad JSON"),
                        one -> assertThat(one).startsWith("7 follows a row of json"),
                        one -> assertThat(one).startsWith("8 bad time: yesterday"),
                        one -> assertThat(one).startsWith("9 bad id: 1-2-3-4-5"),
                        one -> assertThat(one).startsWith("10 gap or out of order"),
                        one -> assertThat(one).startsWith("11 follows a row of order"),
                        one -> assertThat(one).startsWith("12 bad aggregate"),
                        one -> assertThat(one).startsWith("13 bad sequence: two"),
                        one -> assertThat(one).startsWith("14 bad value: event type is empty"),
                        one -> assertThat(one).startsWith("16").contains(id(201), "other content"),
                        one -> assertThat(one).startsWith("17 follows a row of reuse"),
                        one -> assertThat(one).startsWith("1 a snapshot"));
        assertThat(refused).extracting(Refused::table).endsWith("events", "snapshots");
        assertThat(refused.getFirst().id()).isEqualTo(id(202));
        assertThat(Events.all(storage.log()))
                .extracting(StoredEvent::aggregateId)
                .containsExactly("twice", "gap", "fine", "reuse", "fine");
    }

    @Test
    void a_file_of_another_schema_is_refused() throws SQLException {
        try (Statement statement = original.createStatement()) {
            statement.execute("drop table events");
        }
        assertThatThrownBy(this::run).isInstanceOf(StorageException.class).hasMessageContaining("original audit-trail");
    }

    @Test
    void a_missing_file_is_refused_and_not_made() {
        Path missing = folder.resolve("missing.db");
        assertThatThrownBy(() -> OriginalSchemaImport.run(missing, storage.log(), refused::add))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not exist");
        assertThat(missing).doesNotExist();
    }

    private void flaws() throws SQLException {
        event(id(201), "Happened", "{}", "twice", 1, TIME);
        event(id(202), "Happened", "{}", "twice", 1, TIME);
        event(id(203), "Happened", "{}", "gap", 1, TIME);
        event(id(204), "Happened", "{}", "gap", 3, TIME);
        event(id(205), "Happened", "{}", "gap", 4, TIME);
        event(id(206), "Happened", "{\"open\":", "json", 1, TIME);
        event(id(207), "Happened", "{}", "json", 2, TIME);
        event(id(208), "Happened", "{}", "time", 1, "yesterday");
        event("1-2-3-4-5", "Happened", "{}", "id", 1, TIME);
        event(id(210), "Happened", "{}", "order", 2, TIME);
        event(id(211), "Happened", "{}", "order", 1, TIME);
        event(id(212), "Happened", "{}", "", 1, TIME);
        event(id(213), "Happened", "{}", "number", "two", TIME);
        event(id(214), "", "{}", "type", 1, TIME);
        event(id(215), "Happened", "{}", "fine", 1, TIME);
        event(id(201), "Happened", "{}", "reused", 1, TIME);
        event(id(217), "Happened", "{}", "reused", 2, TIME);
        event(id(218), "Happened", "{}", "reuse", 1, TIME);
        event(id(219), "Happened", "{}", "fine", 2, TIME);
        try (Statement statement = original.createStatement()) {
            statement.execute("insert into snapshots values ('" + id(300) + "', 'twice', '{}', 1, '" + TIME + "')");
        }
    }

    private Summary run() {
        return OriginalSchemaImport.run(source, storage.log(), refused::add);
    }

    private static String id(int number) {
        return String.format("01900000-0000-7000-8000-%012d", number);
    }

    private void event(String id, String type, String data, String aggregate, Object sequence, String time)
            throws SQLException {
        try (PreparedStatement insert = original.prepareStatement("insert into events values (?, ?, ?, ?, ?, ?)")) {
            Object[] values = {id, type, data, aggregate, sequence, time};
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
