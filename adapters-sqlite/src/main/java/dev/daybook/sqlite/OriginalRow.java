package dev.daybook.sqlite;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the original schema's events, and the event it is or what is wrong with it. */
final class OriginalRow {

    private final long row;
    private final String id;
    private final String aggregateId;
    private final long sequence;
    private String cut = "";
    private @Nullable NewEvent event;
    private @Nullable String flaw;

    OriginalRow(ResultSet columns, Charset encoding) throws SQLException {
        row = columns.getLong("row");
        id = text(columns, "id", encoding);
        aggregateId = text(columns, "aggregate_id", encoding);
        sequence = columns.getLong("sequence");
        String type = text(columns, "event_type", encoding);
        String time = text(columns, "timestamp", encoding);
        String data = text(columns, "event_data", encoding);
        if (flaw == null) {
            flaw = flawOf(columns, data).orElse(null);
        }
        if (flaw == null) {
            read(type, time, data);
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

    /** What of the row the event does not have, empty if it has everything. */
    String cut() {
        return cut;
    }

    NewEvent event() {
        if (event == null) {
            throw new IllegalStateException("row " + row + " is flawed: " + flaw);
        }
        return event;
    }

    private String text(ResultSet columns, String column, Charset encoding) throws SQLException {
        OriginalText text = OriginalText.of(columns.getBytes(column), encoding);
        if (!text.isSound() && flaw == null) {
            flaw = "bad text: " + column + " is not " + encoding;
        }
        return text.shown();
    }

    private Optional<String> flawOf(ResultSet columns, String data) throws SQLException {
        if (aggregateId.isEmpty()) {
            return Optional.of("bad aggregate: it is empty");
        }
        if (!"integer".equals(columns.getString("kind")) || sequence < 1) {
            return Optional.of("bad sequence: " + columns.getString("sequence") + " is not a number from 1");
        }
        // SQLite looks no further than the first U+0000, which JSON has only escaped.
        boolean valid = columns.getInt("valid") == 1 && data.indexOf('\0') < 0;
        return valid ? Optional.empty() : Optional.of("bad JSON in event_data");
    }

    private void read(String type, String time, String data) {
        UUID uuid = uuid(id);
        if (uuid == null) {
            flaw = "bad id: " + id + " is not a UUID";
            return;
        }
        try {
            OriginalTime timestamp = OriginalTime.parse(time);
            event = NewEvent.of(uuid, aggregateId, EventType.of(type), Payload.json(data), timestamp.instant());
            if (!timestamp.cut().isEmpty()) {
                cut = "time cut to microseconds: " + time + " without its last digits " + timestamp.cut();
            }
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
}
