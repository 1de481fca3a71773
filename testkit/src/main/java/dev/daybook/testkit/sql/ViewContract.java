package dev.daybook.testkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who opens the database with a shell. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class ViewContract {

    private static final String EVENTS =
            "select id, event_type, event_data, aggregate_id, sequence, timestamp from events";

    @TempDir
    private Path folder;

    private Storage storage;

    abstract SqlFixture fixture();

    @BeforeEach
    void open() {
        storage = fixture().open(folder);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void an_event_reads_as_text_whenever_it_has_happened() throws SQLException {
        Payload payload = Payload.json("\"\u00e9\ud83d\ude42\"");
        NewEvent now = Events.event("order_1");
        NewEvent first = Events.event("order_1", payload, Timestamps.EARLIEST);
        NewEvent before = Events.event("order_1", payload, Instant.parse("1969-12-31T23:59:59.999999Z"));
        NewEvent last = Events.event("order_1", payload, Timestamps.LATEST);
        storage.log().append(Append.of(now, first, before, last));
        assertThat(rows(EVENTS))
                .containsExactlyInAnyOrder(
                        now.id() + "|order_placed|{\"quantity\":5}|order_1|1|2026-03-01T12:00:00.123456Z",
                        first.id() + "|order_placed|\"\u00e9\ud83d\ude42\"|order_1|2|0000-01-01T00:00:00.000000Z",
                        before.id() + "|order_placed|\"\u00e9\ud83d\ude42\"|order_1|3|1969-12-31T23:59:59.999999Z",
                        last.id() + "|order_placed|\"\u00e9\ud83d\ude42\"|order_1|4|9999-12-31T23:59:59.999999Z");
    }

    @Test
    void an_aggregate_is_found_by_its_very_id() throws SQLException {
        List<String> ids = List.of("order_1", "Order_1", "order_1 ", "order_\u00e9", "order_e", "order_\ud83d\ude42");
        for (String id : ids) {
            storage.log().append(Events.append(id));
        }
        for (String id : ids) {
            assertThat(rows("select aggregate_id, sequence from events where aggregate_id = '" + id + "'"))
                    .containsExactly(id + "|1");
        }
    }

    @Test
    void a_payload_that_is_no_text_hides_no_other() throws SQLException {
        Payload binary = Payload.of("application/octet-stream", new byte[] {(byte) 0xFF, 0, (byte) 0xC0, 7});
        NewEvent photo = Events.event("order_1", binary);
        storage.log().append(Append.of(photo, Events.event("order_1")));
        assertThat(rows(EVENTS + " where sequence = 1").getFirst()).startsWith(photo.id() + "|order_placed|");
        assertThat(rows("select event_data from events where sequence = 2")).containsExactly("{\"quantity\":5}");
    }

    @Test
    void a_snapshot_reads_as_text() throws SQLException {
        storage.snapshots()
                .save(new Snapshot("order_\u00e9", 2, "order/1", Events.WHEN, Events.WHEN, Payload.json("{\"a\":1}")));
        assertThat(rows("select aggregate_id, state_data, sequence, timestamp from snapshots"))
                .containsExactly("order_\u00e9|{\"a\":1}|2|2026-03-01T12:00:00.123456Z");
        assertThat(rows("select id from snapshots").getFirst()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection shell = fixture().shell(folder);
                Statement statement = shell.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
