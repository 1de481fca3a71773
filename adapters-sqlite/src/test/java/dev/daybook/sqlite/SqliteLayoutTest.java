package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who opens the file with a shell. */
class SqliteLayoutTest {

    private static final int EVENTS = 50_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log.db");
    }

    @Test
    void tags_and_metadata_are_readable_beside_the_event() throws SQLException {
        Metadata metadata = Metadata.by("alice").withCorrelationId("c1").with("channel", "say \"hi\"\n");
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log()
                    .append(Append.of(Events.event("order_1")
                            .with(metadata)
                            .tagged(Tag.of("desk", "fx"), Tag.of("book", "a:b"))));
        }
        assertThat(rows("select actor, correlation_id, causation_id, json_extract(tags, '$[0]'),"
                        + " json_extract(metadata, '$.channel') from event_log"))
                .containsExactly("alice|c1|null|book:a:b|say \"hi\"\n");
        assertThat(rows("select label from event_label order by label"))
                .containsExactly("a:alice", "c:c1", "t:book:a:b", "t:desk:fx");
    }

    @Test
    void the_file_says_that_it_is_daybook_s_and_which_version_and_mode_it_has() throws SQLException {
        SqliteStorage.open(file).close();
        assertThat(rows("pragma application_id")).containsExactly(Integer.toString(0x4479426B));
        assertThat(rows("pragma user_version")).containsExactly("2");
        assertThat(rows("pragma journal_mode")).containsExactly("wal");
    }

    @Test
    void an_event_of_200_bytes_takes_less_than_330_bytes_with_all_its_indexes() throws Exception {
        EventIds ids = new EventIds();
        Random random = new Random(1);
        byte[] payload = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);
        try (Storage storage = SqliteStorage.open(file)) {
            for (int i = 0; i < EVENTS; i += 1_000) {
                List<NewEvent> events = new ArrayList<>();
                for (int j = 0; j < 1_000; j++) {
                    events.add(NewEvent.of(
                            ids.next(),
                            "order_" + random.nextInt(EVENTS / 100),
                            EventType.of("type_" + j % 10),
                            Payload.of("text/plain", payload),
                            Events.WHEN));
                }
                storage.log().append(Append.of(events));
            }
        }
        assertThat(Files.size(file) / EVENTS).isLessThan(330);
    }

    @Test
    void a_url_opens_a_file_and_says_what_it_is() {
        try (Storage storage = Storage.open("sqlite:" + file)) {
            assertThat(storage).isNotNull();
            assertThat(storage.description().engine()).startsWith("SQLite 3.");
            assertThat(storage.description().location()).isEqualTo(file.toString());
            assertThat(storage.description().durability()).contains("on disk");
        }
        try (Storage storage =
                SqliteStorage.builder(file).durability(SqliteDurability.NORMAL).open()) {
            assertThat(storage.description().durability()).contains("can be lost with the power");
        }
        assertThatThrownBy(() -> Storage.open("sqlite:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sqlite:daybook.db");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
