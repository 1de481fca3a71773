package dev.daybook.sqlite;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes over an audit trail of the original schema: an SQLite file with the tables {@code events(id, event_type, event_data,
 * aggregate_id, sequence, timestamp)} and {@code snapshots(id, aggregate_id, state_data, sequence, timestamp)}.
 *
 * <p>Events are taken in the order in which they were inserted, with their ids, sequences, times and JSON text as they are. A table
 * without row ids does not know that order: there, events are taken in the order of their times, and an aggregate's by sequence.
 *
 * <p>A row that cannot be taken is reported, never dropped silently; so is what follows it in its aggregate, since it could not
 * keep its sequence, and a time whose digits behind the microseconds are cut. Every snapshot is reported and none is taken:
 * nothing says which fold made it, and Daybook makes its own anew.
 *
 * <p>Run again, it stores nothing twice, and goes on where it stopped if it was interrupted. The source is only read.
 */
public final class OriginalSchemaImport {

    private static final int EVENTS_PER_APPEND = 500;

    private final Path source;
    private final EventLog target;
    private final Consumer<Finding> findings;
    private final List<OriginalRow> pending = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private long stored;
    private long present;
    private long cut;
    private long refused;
    private long snapshots;

    private OriginalSchemaImport(Path source, EventLog target, Consumer<Finding> findings) {
        this.source = source;
        this.target = target;
        this.findings = findings;
    }

    /** What has to be said of a row. */
    public sealed interface Finding {

        /**
         * Where it is.
         *
         * @return {@code events} or {@code snapshots}
         */
        String table();

        /**
         * Which it is.
         *
         * @return its row id in the table, or where the table has none, its number in the order of reading
         */
        long row();

        /**
         * What it is called.
         *
         * @return what stands in its id column, empty for none
         */
        String id();

        /**
         * What is wrong with it.
         *
         * @return why it was not taken, or what of it was not
         */
        String reason();
    }

    /**
     * A row that was not taken.
     *
     * @param table {@code events} or {@code snapshots}
     * @param row its row id in the table, or where the table has none, its number in the order of reading
     * @param id what stands in its id column, empty for none
     * @param reason why it was not taken
     */
    public record Refused(String table, long row, String id, String reason) implements Finding {}

    /**
     * A row that was taken, but not all of it.
     *
     * @param table {@code events}
     * @param row its row id in the table, or where the table has none, its number in the order of reading
     * @param id what stands in its id column
     * @param reason what of it was not taken
     */
    public record Cut(String table, long row, String id, String reason) implements Finding {}

    /**
     * What became of the rows. Stored, present, refused and snapshots are together all rows of both tables.
     *
     * @param stored events stored by this run
     * @param present events that were in the log already, from an earlier run
     * @param cut events among these whose time was finer than a microsecond, each of them reported
     * @param refused events that were not taken, each of them reported
     * @param snapshots snapshots that were not taken, each of them reported
     */
    public record Summary(long stored, long present, long cut, long refused, long snapshots) {}

    /**
     * Looks whether a file can be imported, and changes nothing: to ask before a log is made for it.
     *
     * @param source an SQLite file of the original schema
     * @throws StorageException if the source cannot be read or is of another schema
     */
    public static void check(Path source) {
        OriginalSource.open(source).close();
    }

    /**
     * Imports a file.
     *
     * @param source an SQLite file of the original schema
     * @param target the log that takes the events
     * @param findings is told each row that is not taken as it is, in the order of the rows
     * @return how many rows were taken and how many not
     * @throws StorageException if the source cannot be read or is of another schema, or the target cannot be written
     */
    public static Summary run(Path source, EventLog target, Consumer<Finding> findings) {
        return new OriginalSchemaImport(source, target, findings).run();
    }

    private Summary run() {
        try (OriginalSource original = OriginalSource.open(source)) {
            original.events(this::take);
            flush();
            original.snapshots((row, id) -> {
                snapshots++;
                findings.accept(new Refused(
                        "snapshots",
                        row,
                        id,
                        "a snapshot does not say which fold made it; a new one"
                                + " is made when its aggregate is loaded"));
            });
        }
        return new Summary(stored, present, cut, refused, snapshots);
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
        findings.accept(new Refused("events", row.row(), row.id(), reason));
    }

    private void flush() {
        List<OriginalRow> rows = List.copyOf(pending);
        pending.clear();
        if (rows.isEmpty()) {
            return;
        }
        if (append(rows) == null) {
            rows.forEach(this::tellCut);
            return;
        }
        // Together they could not be taken; one by one it shows which.
        for (OriginalRow row : rows) {
            String reason = broken.contains(row.aggregateId())
                    ? "follows a row of " + row.aggregateId() + " that was not taken, so that it could not keep its"
                            + " sequence " + row.sequence()
                    : append(List.of(row));
            if (reason == null) {
                tellCut(row);
            } else {
                refused++;
                broken.add(row.aggregateId());
                ends.merge(row.aggregateId(), row.sequence() - 1, Math::min);
                findings.accept(new Refused("events", row.row(), row.id(), reason));
            }
        }
    }

    private void tellCut(OriginalRow row) {
        if (!row.cut().isEmpty()) {
            cut++;
            findings.accept(new Cut("events", row.row(), row.id(), row.cut()));
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
