package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String FIRST = "018f0000-0000-7000-8000-000000000001";
    private static final String SECOND = "018f0000-0000-7000-8000-000000000002";
    private static final String THIRD = "018f0000-0000-7000-8000-000000000003";

    @TempDir
    private Path folder;

    @Test
    void a_sound_file_is_taken_whole_and_once() throws SQLException {
        original(
                row(FIRST, "{\"quantity\":1}", 1, "2024-05-06T07:08:09.123456Z"),
                row(SECOND, "{\"quantity\":2}", 2, "2024-05-06T07:08:10Z"));
        Run first = run();
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("2 events stored").contains("0 events not taken");
        assertThat(log()).extracting(StoredEvent::id).containsExactly(UUID.fromString(FIRST), UUID.fromString(SECOND));
        assertThat(log().getFirst().timestamp()).isEqualTo(Instant.parse("2024-05-06T07:08:09.123456Z"));
        Run again = run();
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("0 events stored").contains("2 events were there from an earlier run");
        assertThat(log()).hasSize(2);
    }

    @Test
    void each_row_that_is_not_taken_is_named_with_its_reason() throws SQLException {
        original(
                row(FIRST, "{\"quantity\":1}", 1, "2024-05-06T07:08:09Z"),
                row(SECOND, "{\"quantity\":", 2, "2024-05-06T07:08:10Z"),
                row(THIRD, "{\"quantity\":3}", 3, "2024-05-06T07:08:11Z"));
        Run result = run();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("not taken: events row 2 (" + SECOND + "): ")
                .contains("not taken: events row 3 (" + THIRD + "): ")
                .contains("1 events stored")
                .containsPattern("(?m)^  2 events not taken$");
    }

    @Test
    void a_time_that_is_cut_is_said_and_the_event_taken() throws SQLException {
        original(row(FIRST, "{}", 1, "2024-05-06T07:08:09.123456789Z"));
        Run result = run();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("taken, but: events row 1 (" + FIRST + "): time cut to microseconds: ")
                .contains("1 times cut to microseconds, as said above")
                .contains("0 events not taken");
        assertThat(log().getFirst().timestamp()).isEqualTo(Instant.parse("2024-05-06T07:08:09.123456Z"));
    }

    @Test
    void a_file_of_another_schema_and_a_missing_one_are_refused_in_one_line() throws SQLException {
        assertThat(run().code()).isEqualTo(1);
        assertThat(run().err()).startsWith("daybook: ").hasLineCount(1).contains("original.db");
        execute("create table letters(text)");
        assertThat(run().code()).isEqualTo(1);
        assertThat(run().err()).startsWith("daybook: ").hasLineCount(1).contains("events and snapshots");
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    @Test
    void the_database_has_to_be_named() {
        Run result = Run.run("import", "original.db");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--db").hasLineCount(1);
    }

    private Run run() {
        return Run.run(
                "import",
                folder.resolve("original.db").toString(),
                "--db",
                folder.resolve("new.db").toString());
    }

    private static String row(String id, String data, long sequence, String time) {
        return "insert into events values ('%s', 'order_placed', '%s', 'order_1', %d, '%s')"
                .formatted(id, data, sequence, time);
    }

    private void original(String... rows) throws SQLException {
        execute("create table events(id text, event_type text, event_data text, aggregate_id text, sequence integer,"
                + " timestamp text)");
        execute(
                "create table snapshots(id text, aggregate_id text, state_data text, sequence integer, timestamp text)");
        execute(rows);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("original.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<StoredEvent> log() {
        try (Storage storage = Storage.open("sqlite:" + folder.resolve("new.db"));
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.toList();
        }
    }
}
