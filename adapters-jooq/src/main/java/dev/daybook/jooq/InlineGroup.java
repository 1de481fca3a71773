package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineViewException;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views that are kept inline, within one transaction: their rows as the events of a group will leave them, on top of those that are
 * stored.
 */
final class InlineGroup {

    private static final System.Logger LOG = System.getLogger(InlineGroup.class.getName());

    /** How many events a view folds at a time that it has missed. */
    static final int PAGE = 1_000;

    private final List<InlineFold> folds;
    private final InlineMemory memory;
    private final InlineSql sql;
    private final Session session;
    private final Lookup lookup;
    private final long stored;
    private final long now;
    private final Map<RowWriter.Place, RowChange> changed = new LinkedHashMap<>();
    private boolean current;
    private boolean follows;
    private boolean written;
    private @Nullable InlineViewException failure;

    /** On a log that ends at a position. */
    InlineGroup(
            List<InlineFold> folds,
            InlineMemory memory,
            InlineSql sql,
            Session session,
            Lookup lookup,
            long stored,
            Instant now) {
        this.folds = folds;
        this.memory = memory;
        this.sql = sql;
        this.session = session;
        this.lookup = lookup;
        this.stored = stored;
        this.now = Timestamps.toMicros(Timestamps.normal(now));
    }

    /**
     * Folds events that are to be stored together.
     *
     * @throws InlineViewException if a view cannot follow; all are then as before
     */
    void follow(List<StoredEvent> events) throws SQLException {
        if (folds.isEmpty() || events.isEmpty()) {
            return;
        }
        catchUp();
        Map<RowWriter.Place, RowChange> changes = new LinkedHashMap<>();
        for (InlineFold fold : folds) {
            List<StoredEvent> matching =
                    events.stream().filter(fold.query()::matches).toList();
            try {
                changes.putAll(changes(fold, matching));
            } catch (RuntimeException refusal) {
                throw InlineViewException.refused(fold.name(), refusal);
            }
        }
        changed.putAll(changes);
        follows = true;
    }

    /** Folds what was appended by others who do not keep the views, before anything is added to it. */
    void catchUp() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        if (current) {
            return;
        }
        if (!memory.isFolded(folds, stored)) {
            memory.forget();
            for (InlineFold fold : folds) {
                catchUp(fold);
            }
        }
        current = true;
    }

    private void catchUp(InlineFold fold) throws SQLException {
        long after = sql.checkpoint(session, fold.name());
        if (after < stored) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the view {0}, which is kept inline, has missed the positions behind {1,number,#} up to"
                            + " {2,number,#}: somebody appends without keeping it. They are folded now",
                    fold.name(),
                    after,
                    stored);
        }
        while (after < stored) {
            after = step(fold, after);
        }
    }

    /** Begins to keep a view; true if it has missed more than could be folded at once. */
    boolean begin(InlineFold fold) throws SQLException {
        List<RowChange> beginning = fold.beginning();
        sql.check(beginning);
        sql.write(session, RowWriter.lastOfEach(beginning).values(), new HashMap<>());
        written |= !beginning.isEmpty();
        return step(fold);
    }

    /** Folds the next events that a view has missed; true if there are more of them. */
    boolean step(InlineFold fold) throws SQLException {
        long after = sql.checkpoint(session, fold.name());
        return after < stored && step(fold, after) < stored;
    }

    /** Up to where it is folded then. */
    private long step(InlineFold fold, long after) throws SQLException {
        List<StoredEvent> missed = lookup.behind(session, fold.query(), after, stored, PAGE);
        long upTo = missed.size() < PAGE ? stored : missed.getLast().position();
        sql.write(session, missed(fold, missed, after).values(), new HashMap<>());
        sql.moveCheckpoint(session, fold.name(), upTo, now);
        written = true;
        return upTo;
    }

    private Map<RowWriter.Place, RowChange> missed(InlineFold fold, List<StoredEvent> events, long after)
            throws SQLException {
        try {
            return changes(fold, events);
        } catch (RuntimeException refusal) {
            InlineViewException behind = InlineViewException.behind(fold.name(), after, refusal);
            if (folds.contains(fold)) {
                failure = behind;
            }
            throw behind;
        }
    }

    private Map<RowWriter.Place, RowChange> changes(InlineFold fold, List<StoredEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return Map.of();
        }
        InlineFold.Step step = fold.step(events);
        List<RowChange> changes = step.changes(rows(fold.name(), step.keys()));
        sql.check(changes);
        return RowWriter.lastOfEach(changes);
    }

    private Map<String, ViewRow> rows(String view, Set<String> keys) throws SQLException {
        Map<String, ViewRow> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String key : keys) {
            RowWriter.Place place = new RowWriter.Place(view, key);
            RowChange change = changed.get(place);
            ViewRow known = change instanceof RowChange.Put put ? put.row() : current ? memory.row(place) : null;
            if (known != null) {
                found.put(key, known);
            } else if (change == null) {
                unknown.add(key);
            }
        }
        found.putAll(sql.rows(session, view, unknown));
        return found;
    }

    /** Writes what the events of the group, which ends at a position, have come to. */
    void write(long head) throws SQLException {
        if (follows) {
            sql.write(session, changed.values(), memory.views());
            for (InlineFold fold : folds) {
                sql.moveCheckpoint(session, fold.name(), head, now);
            }
        }
    }

    /** A view and the position it comes to. */
    record Followed(String view, long position, long micros) {}

    /** Whether no view has to be brought up to the log's end first, which only the log's lock makes safe. */
    boolean isFolded() {
        return folds.isEmpty() || memory.isFolded(folds, stored);
    }

    /** Whether all that is written is known without a question: views that were kept before, with numbers that are remembered. */
    boolean isForeseen() {
        return !follows
                || (isFolded()
                        && changed.keySet().stream()
                                .allMatch(place -> memory.views().containsKey(place.view())));
    }

    /** The rows that are written, each with the number of its view, if {@link #isForeseen}. */
    List<Map.Entry<Long, ViewRow>> put() {
        List<Map.Entry<Long, ViewRow>> rows = new ArrayList<>();
        changed.values().forEach(change -> {
            if (change instanceof RowChange.Put(String view, ViewRow row)) {
                rows.add(Map.entry(memory.number(view), row));
            }
        });
        return rows;
    }

    /** The keys that are removed, each with the number of its view, if {@link #isForeseen}. */
    List<Map.Entry<Long, String>> removed() {
        List<Map.Entry<Long, String>> keys = new ArrayList<>();
        changed.values().forEach(change -> {
            if (change instanceof RowChange.Remove(String view, String key)) {
                keys.add(Map.entry(memory.number(view), key));
            }
        });
        return keys;
    }

    /** How far the views come, where the group ends at a position. */
    List<Followed> followed(long head) {
        return follows
                ? folds.stream()
                        .map(fold -> new Followed(fold.name(), head, now))
                        .toList()
                : List.of();
    }

    /** Whether something is to be committed even if nothing else is. */
    boolean hasWritten() {
        return written;
    }

    /** Lets it be remembered, once it is committed, that the views have come to a position. */
    void accept(long head) {
        if (current) {
            memory.accept(folds, head, changed);
        }
    }
}
