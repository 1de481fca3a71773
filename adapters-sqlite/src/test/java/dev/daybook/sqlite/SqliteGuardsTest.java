package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a shell cannot change history by it. */
class SqliteGuardsTest {

    private static final String REST = "aggregate, sequence, type, timestamp, recorded_at, checksum, payload, actor,"
            + " correlation_id, causation_id, tags, metadata from event_log where position = 1";

    @TempDir
    private Path folder;

    private Path file;
    private List<StoredEvent> before;

    @BeforeEach
    void fill() {
        file = folder.resolve("log.db");
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log()
                    .append(Append.of(
                            Events.event("order_1").with(Metadata.by("alice")).tagged(Tag.of("course", "c1"))));
            storage.log().append(Events.append("order_2", 1_100));
            before = Events.all(storage.log());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set payload = '{}' where position = 1",
                "update or replace event_log set position = 2 where position = 1",
                "delete from event_log where position = 2",
                "delete from event_log",
                "insert or replace into event_log select position, randomblob(16), " + REST,
                "insert or replace into event_log select 1102, id, " + REST,
                "replace into event_log select 1102, randomblob(16), " + REST,
                "insert into event_log select 2000, randomblob(16), " + REST,
                "insert or ignore into event_log select 1102, id, " + REST,
                "update aggregate set id = 'order_3' where id = 'order_1'",
                "delete from aggregate",
                "replace into aggregate values (1, 'order_3')",
                "replace into aggregate values (3, 'order_1')",
                "update event_type set name = 'order_gone'",
                "delete from event_type",
                "replace into event_type values (1, 'order_gone', 1, 'application/json')",
                "replace into event_type values (7, 'order_placed', 1, 'application/json')",
                "delete from event_label",
                "update event_label set label = 't:course:c2'",
                "delete from time_block",
                "update time_block set latest = 0",
                "replace into time_block values (0, 0, 0, 0)"
            })
    void a_change_is_refused_with_a_reason_in_jdbc_and_in_the_shell(String change) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Daybook: ");
        }
        assertThat(shell(change)).contains("Daybook: ");
        try (Storage storage = SqliteStorage.open(file)) {
            assertThat(Events.all(storage.log())).isEqualTo(before);
        }
    }

    @Test
    void the_shell_reads_what_it_may_not_change() throws Exception {
        assertThat(shell("select count(*) from event_log").strip()).isEqualTo("1101");
    }

    private String shell(String sql) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sqlite3", file.toString(), sql)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output;
    }
}
