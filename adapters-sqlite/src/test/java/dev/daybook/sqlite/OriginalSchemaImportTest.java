package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.sqlite.OriginalSchemaImport.Cut;
import dev.daybook.sqlite.OriginalSchemaImport.Finding;
import dev.daybook.sqlite.OriginalSchemaImport.Summary;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.file.Files;
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
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void make() throws SQLException {
        source = folder.resolve("audit.db");
        original = DriverManager.getConnection("jdbc:sqlite:" + source);
        createTables();
        storage = SqliteStorage.open(folder.resolve("log.db"));
    }

    private void createTables() throws SQLException {
        execute("create table events (id TEXT, event_type TEXT, event_data TEXT, aggregate_id TEXT,"
                + " sequence INTEGER, timestamp TEXT)");
        execute("create table snapshots (id TEXT, aggregate_id TEXT, state_data TEXT, sequence INTEGER,"
                + " timestamp TEXT)");
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

        assertThat(run()).isEqualTo(new Summary(3, 0, 0, 0, 0));
        List<StoredEvent> all = Events.all(storage.log());
        assertThat(all).extracting(StoredEvent::aggregateId).containsExactly("order_1", "order_2", "order_1");
        assertThat(all).extracting(StoredEvent::sequence).containsExactly(1L, 1L, 2L);
        assertThat(all.getFirst().id()).isEqualTo(UUID.fromString(first));
        assertThat(all.getFirst().timestamp()).isEqualTo(Instant.parse(TIME));
        assertThat(all.getFirst().payload().text()).isEqualTo("{ \"price\" : 1.10 }");
        assertThat(all.getLast().payload().text()).isEqualTo("[1,\"é🙂\"]");
        assertThat(findings).isEmpty();
    }

    @Test
    void a_second_run_stores_nothing_and_finds_everything() throws SQLException {
        original.setAutoCommit(false);
        for (int i = 1; i <= 1_203; i++) {
            event(id(10_000 + i), "OrderFilled", "{}", "order_" + i % 7, (i + 6) / 7, TIME);
        }
        original.commit();
        original.setAutoCommit(true);
        flaws();
        Summary first = run();
        List<Finding> firstFindings = List.copyOf(findings);
        List<StoredEvent> before = Events.all(storage.log());

        assertThat(first.stored()).isEqualTo(before.size());
        assertThat(run()).isEqualTo(new Summary(0, first.stored(), first.cut(), first.refused(), first.snapshots()));
        assertThat(findings.subList(firstFindings.size(), findings.size())).isEqualTo(firstFindings);
        assertThat(Events.all(storage.log())).isEqualTo(before);
    }

    @Test
    void every_flaw_is_reported_with_its_row_and_what_follows_it_too() throws SQLException {
        flaws();

        assertThat(run()).isEqualTo(new Summary(7, 0, 2, 21, 1));
        assertThat(findings.stream().map(one -> one.row() + " " + one.reason()))
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
                        one -> assertThat(one).startsWith("20 bad text: event_data is not UTF-8"),
                        one -> assertThat(one).startsWith("21 bad text: aggregate_id is not UTF-8"),
                        one -> assertThat(one).startsWith("22 bad JSON"),
                        one -> assertThat(one)
                                .startsWith("23 time cut to microseconds: 2024-05-06T07:08:09.123456789Z")
                                .endsWith(" 789"),
                        one -> assertThat(one).startsWith("24 bad time: 2024-05-06T07:08Z is not RFC 3339"),
                        one -> assertThat(one).startsWith("25 follows a row of time"),
                        one -> assertThat(one).startsWith("26 bad time: 2024-05-06T07:08:09+02:00:00"),
                        one -> assertThat(one).startsWith("27 bad time: 2024-02-30T07:08:09Z"),
                        one -> assertThat(one)
                                .startsWith("28 time cut to microseconds")
                                .endsWith(" 00000000001"),
                        one -> assertThat(one).startsWith("1 a snapshot"));
        assertThat(findings.stream().filter(Cut.class::isInstance).map(Finding::id))
                .containsExactly(id(223), id(228));
        assertThat(findings).extracting(Finding::table).endsWith("events", "snapshots");
        assertThat(findings.getFirst().id()).isEqualTo(id(202));
        assertThat(Events.all(storage.log()))
                .extracting(StoredEvent::aggregateId)
                .containsExactly("twice", "gap", "fine", "reuse", "fine", "cut", "cut");
    }

    @Test
    void a_file_of_another_schema_is_refused() throws SQLException {
        execute("drop table events");
        assertThatThrownBy(this::run).isInstanceOf(StorageException.class).hasMessageContaining("original audit-trail");
    }

    @Test
    void a_time_of_microseconds_with_zeros_behind_is_taken_whole() throws SQLException {
        event(id(1), "Happened", "{}", "zeros", 1, "2024-05-06T07:08:09.123456000Z");
        assertThat(run()).isEqualTo(new Summary(1, 0, 0, 0, 0));
        assertThat(Events.all(storage.log()).getFirst().timestamp()).isEqualTo(Instant.parse(TIME));
    }

    @Test
    void a_table_without_row_ids_is_taken_by_sequence_and_time() throws SQLException {
        execute("drop table events", "drop table snapshots");
        execute(
                "create table events (id TEXT primary key, event_type TEXT, event_data TEXT, aggregate_id TEXT,"
                        + " sequence INTEGER, timestamp TEXT) without rowid",
                "create table snapshots (id TEXT primary key, aggregate_id TEXT, state_data TEXT, sequence INTEGER,"
                        + " timestamp TEXT) without rowid",
                "insert into snapshots values ('s', 'late', '{}', 1, '" + TIME + "')");
        event(id(4), "Happened", "{}", "early", 1, "2024-05-06T09:00:01+02:00");
        event(id(3), "Happened", "{}", "early", 2, "2024-05-06T07:00:00Z");
        event(id(2), "Happened", "{}", "early", 3, "2024-05-06T07:00:09Z");
        event(id(1), "Happened", "{}", "late", 1, "2024-05-06T07:00:05Z");
        event(id(5), "Happened", "{}", "late", 3, "2024-05-06T07:00:06Z");

        assertThat(run()).isEqualTo(new Summary(4, 0, 0, 1, 1));
        assertThat(Events.all(storage.log()))
                .extracting(event -> event.aggregateId() + " " + event.sequence())
                .containsExactly("early 1", "early 2", "late 1", "early 3");
        assertThat(findings).extracting(Finding::row).containsExactly(4L, 1L);
        assertThat(findings.getFirst().reason()).startsWith("gap or out of order: sequence 3 of late");
    }

    @Test
    void a_file_in_utf_16_is_read_as_such() throws SQLException, IOException {
        original.close();
        Files.delete(source);
        original = DriverManager.getConnection("jdbc:sqlite:" + source);
        execute("pragma encoding = 'UTF-16le'");
        createTables();
        event(id(1), "Happened", "[\"é🙂\"]", "order_é", 1, TIME);
        event(id(2), "Happened", "{}", "lone", 1, TIME);
        execute("update events set event_data = cast(x'5b0022003dd822005d00' as text) where aggregate_id = 'lone'");

        assertThat(run()).isEqualTo(new Summary(1, 0, 0, 1, 0));
        assertThat(findings.getFirst().reason()).isEqualTo("bad text: event_data is not UTF-16LE");
        StoredEvent event = Events.all(storage.log()).getFirst();
        assertThat(event.aggregateId()).isEqualTo("order_é");
        assertThat(event.payload().text()).isEqualTo("[\"é🙂\"]");
    }

    @Test
    void a_log_of_daybooks_is_not_of_the_original_schema() {
        assertThatThrownBy(() -> OriginalSchemaImport.check(folder.resolve("log.db")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("which needs no import");
    }

    @Test
    void a_missing_file_is_refused_and_not_made() {
        Path missing = folder.resolve("missing.db");
        assertThatThrownBy(() -> OriginalSchemaImport.run(missing, storage.log(), findings::add))
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
        event(id(220), "Happened", "{}", "bytes", 1, TIME);
        execute("update events set event_data = cast(x'7b2261223a22ff227d' as text) where id = '" + id(220) + "'");
        event(id(221), "Happened", "{}", "bytes", 1, TIME);
        execute("update events set aggregate_id = cast(x'c3' as text) where id = '" + id(221) + "'");
        event(id(222), "Happened", "{}\0{", "zero", 1, TIME);
        event(id(223), "Happened", "{}", "cut", 1, "2024-05-06T07:08:09.123456789Z");
        event(id(224), "Happened", "{}", "times", 1, "2024-05-06T07:08Z");
        event(id(225), "Happened", "{}", "times", 2, TIME);
        event(id(226), "Happened", "{}", "offset", 1, "2024-05-06T07:08:09+02:00:00");
        event(id(227), "Happened", "{}", "day", 1, "2024-02-30T07:08:09Z");
        event(id(228), "Happened", "{}", "cut", 2, "2024-05-06t07:08:09.12345600000000001z");
        execute("insert into snapshots values ('" + id(300) + "', 'twice', '{}', 1, '" + TIME + "')");
    }

    private Summary run() {
        return OriginalSchemaImport.run(source, storage.log(), findings::add);
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = original.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
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
