package dev.daybook.sqlite;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row of the original schema's events, and the event it is or what is wrong with it. */
final class OriginalRow {

    /** What takes the row id and the id of a snapshot. */
    interface SnapshotRow {
        void take(long row, String id);
    }

    private final long row;
    private final String id;
    private final String aggregateId;
    private final long sequence;
    private @Nullable NewEvent event;
    private @Nullable String flaw;

    private OriginalRow(ResultSet columns) throws SQLException {
        row = columns.getLong("rowid");
        id = orEmpty(columns.getString("id"));
        aggregateId = orEmpty(columns.getString("aggregate_id"));
        sequence = columns.getLong("sequence");
        flaw = flawOf(columns).orElse(null);
        if (flaw == null) {
            read(columns);
        }
    }

    static void events(Connection connection, Consumer<OriginalRow> taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select rowid, id, event_type, event_data, aggregate_id,"
                        + " sequence, timestamp, typeof(sequence) as kind, json_valid(event_data) as valid"
                        + " from events order by rowid")) {
            while (columns.next()) {
                taker.accept(new OriginalRow(columns));
            }
        }
    }

    static void snapshots(Connection connection, SnapshotRow taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select rowid, id from snapshots order by rowid")) {
            while (columns.next()) {
                taker.take(columns.getLong(1), orEmpty(columns.getString(2)));
            }
        }
    }

    long row() {
        return row;
    }

    String id() {
        return id;
    }

    String aggregateId() {
        return aggregateId;
    }

    long sequence() {
        return sequence;
    }

    @Nullable
    String flaw() {
        return flaw;
    }

    NewEvent event() {
        if (event == null) {
            throw new IllegalStateException("row " + row + " is flawed: " + flaw);
        }
        return event;
    }

    private Optional<String> flawOf(ResultSet columns) throws SQLException {
        if (aggregateId.isEmpty()) {
            return Optional.of("bad aggregate: it is empty");
        }
        if (!"integer".equals(columns.getString("kind")) || sequence < 1) {
            return Optional.of("bad sequence: " + columns.getString("sequence") + " is not a number from 1");
        }
        return columns.getInt("valid") == 1 ? Optional.empty() : Optional.of("bad JSON in event_data");
    }

    private void read(ResultSet columns) throws SQLException {
        UUID uuid = uuid(id);
        if (uuid == null) {
            flaw = "bad id: " + id + " is not a UUID";
            return;
        }
        String time = orEmpty(columns.getString("timestamp"));
        try {
            Instant timestamp = OffsetDateTime.parse(time).toInstant();
            event = NewEvent.of(
                    uuid,
                    aggregateId,
                    EventType.of(orEmpty(columns.getString("event_type"))),
                    Payload.json(orEmpty(columns.getString("event_data"))),
                    timestamp);
        } catch (DateTimeException e) {
            flaw = "bad time: " + time + " is not RFC 3339";
        } catch (IllegalArgumentException e) {
            flaw = "bad value: " + e.getMessage();
        }
    }

    /** Only as RFC 9562 writes it: the JDK also takes shorter groups, and gives another text back. */
    private static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text.toLowerCase(Locale.ROOT)) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
