package dev.daybook.sqlite;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Takes over an audit trail of the original schema: an SQLite file with the tables {@code events(id, event_type, event_data,
 * aggregate_id, sequence, timestamp)} and {@code snapshots(id, aggregate_id, state_data, sequence, timestamp)}.
 *
 * <p>Events are taken in the order in which they were inserted, with their ids, sequences, times and JSON text as they are. A row
 * that cannot be taken is reported, never dropped silently; so is what follows it in its aggregate, since it could not keep its
 * sequence. Every snapshot is reported and none is taken: nothing says which fold made it, and Daybook makes its own anew.
 *
 * <p>Run again, it stores nothing twice, and goes on where it stopped if it was interrupted. The source is only read.
 */
public final class OriginalSchemaImport {

    private static final int EVENTS_PER_APPEND = 500;

    private final Path source;
    private final EventLog target;
    private final Consumer<Refused> refusals;
    private final List<OriginalRow> pending = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private long stored;
    private long present;
    private long refused;
    private long snapshots;

    private OriginalSchemaImport(Path source, EventLog target, Consumer<Refused> refusals) {
        this.source = source;
        this.target = target;
        this.refusals = refusals;
    }

    /**
     * A row that was not taken.
     *
     * @param table {@code events} or {@code snapshots}
     * @param row its row id in the table
     * @param id what stands in its id column, empty for none
     * @param reason why it was not taken
     */
    public record Refused(String table, long row, String id, String reason) {}

    /**
     * What became of the rows; together they are all rows of both tables.
     *
     * @param stored events stored by this run
     * @param present events that were in the log already, from an earlier run
     * @param refused events that were not taken, each of them reported
     * @param snapshots snapshots that were not taken, each of them reported
     */
    public record Summary(long stored, long present, long refused, long snapshots) {}

    /**
     * Imports a file.
     *
     * @param source an SQLite file of the original schema
     * @param target the log that takes the events
     * @param refusals is told each row that is not taken, in the order of the rows
     * @return how many rows were taken and how many not
     * @throws StorageException if the source cannot be read or is of another schema, or the target cannot be written
     */
    public static Summary run(Path source, EventLog target, Consumer<Refused> refusals) {
        return new OriginalSchemaImport(source, target, refusals).run();
    }

    private Summary run() {
        new SqliteFile(source).checkReadable();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + source.toAbsolutePath())) {
            requireTables(connection);
            OriginalRow.events(connection, this::take);
            flush();
            OriginalRow.snapshots(connection, (row, id) -> {
                snapshots++;
                refusals.accept(new Refused(
                        "snapshots",
                        row,
                        id,
                        "a snapshot does not say which fold made it; a new one"
                                + " is made when its aggregate is loaded"));
            });
        } catch (SQLException e) {
            Fault fault = SqliteFaults.of(e, source);
            throw new StorageException(
                    fault, "cannot import " + source + ": " + e.getMessage() + ". " + SqliteFaults.remedy(fault), e);
        }
        return new Summary(stored, present, refused, snapshots);
    }

    private void requireTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "select id, event_type, event_data, aggregate_id, sequence, timestamp, rowid from events limit 0",
                    "select id, aggregate_id, state_data, sequence, timestamp, rowid from snapshots limit 0")) {
                statement.executeQuery(table).close();
            }
        } catch (SQLException e) {
            throw new StorageException(
                    Fault.FOREIGN,
                    source + " does not have the tables events and snapshots of the original audit-trail schema: "
                            + e.getMessage() + ". Give a file that has them",
                    e);
        }
    }

    private void take(OriginalRow row) {
        String reason = row.flaw();
        reason = reason == null ? outOfSequence(row) : reason;
        if (reason != null) {
            refuse(row, reason);
            return;
        }
        ends.put(row.aggregateId(), row.sequence());
        pending.add(row);
        if (pending.size() == EVENTS_PER_APPEND) {
            flush();
        }
    }

    private @Nullable String outOfSequence(OriginalRow row) {
        String id = row.aggregateId();
        long end = ends.getOrDefault(id, 0L);
        if (row.sequence() <= end) {
            return "duplicate sequence: sequence " + row.sequence() + " of " + id + " was taken from an earlier row";
        }
        if (broken.contains(id)) {
            return "follows a row of " + id + " that was not taken, so that it could not keep its sequence "
                    + row.sequence();
        }
        return row.sequence() == end + 1
                ? null
                : "gap or out of order: sequence " + row.sequence() + " of " + id + " comes after " + end;
    }

    private void refuse(OriginalRow row, String reason) {
        flush();
        refused++;
        if (!reason.startsWith("duplicate")) {
            broken.add(row.aggregateId());
        }
        refusals.accept(new Refused("events", row.row(), row.id(), reason));
    }

    private void flush() {
        List<OriginalRow> rows = List.copyOf(pending);
        pending.clear();
        if (rows.isEmpty() || append(rows) == null) {
            return;
        }
        // Together they could not be taken; one by one it shows which.
        for (OriginalRow row : rows) {
            String reason = broken.contains(row.aggregateId())
                    ? "follows a row of " + row.aggregateId() + " that was not taken, so that it could not keep its"
                            + " sequence " + row.sequence()
                    : append(List.of(row));
            if (reason != null) {
                refused++;
                broken.add(row.aggregateId());
                ends.merge(row.aggregateId(), row.sequence() - 1, Math::min);
                refusals.accept(new Refused("events", row.row(), row.id(), reason));
            }
        }
    }

    /** Why the rows were not taken, if they were not. */
    private @Nullable String append(List<OriginalRow> rows) {
        List<NewEvent> events = rows.stream().map(OriginalRow::event).toList();
        Append append = Append.of(events);
        Set<String> begun = new HashSet<>();
        for (OriginalRow row : rows) {
            if (begun.add(row.aggregateId())) {
                append = append.onlyIf(Condition.expectedSequence(row.aggregateId(), row.sequence() - 1));
            }
        }
        try {
            return switch (target.append(append)) {
                case AppendResult.Stored done -> {
                    stored += done.events().size();
                    yield null;
                }
                case AppendResult.AlreadyStored before -> {
                    present += before.events().size();
                    yield null;
                }
                case AppendResult.Conflict conflict -> "the log has other events: " + conflict.describe();
            };
        } catch (EventIdReusedException | LimitExceededException e) {
            return e.getMessage();
        }
    }
}
