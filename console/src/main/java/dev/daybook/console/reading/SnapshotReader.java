package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The snapshots of an aggregate. */
public final class SnapshotReader {

    /**
     * A snapshot.
     *
     * @param by what has folded it: rules, {@link Folded#LAST_VALUES}, or {@link #GIVEN}
     * @param sequence up to which sequence
     * @param takenAt when
     * @param bytes how large it is
     */
    public record SnapshotRow(String by, String fingerprint, long sequence, Instant takenAt, int bytes) {}

    /** Somebody has given the state with the call: it is kept, and no fold goes on from it. */
    public static final String GIVEN = "given";

    private static final int MOST = 50;

    private static final String GIVEN_FINGERPRINT = Fingerprint.of("console:given", 1, String.class);

    private final Daybook daybook;
    private final StateReader states;
    private final Sight whole;

    SnapshotReader(Daybook daybook, StateReader states, Sight whole) {
        this.daybook = daybook;
        this.states = states;
        this.whole = whole;
    }

    /** Newest first, of each kind. */
    public List<SnapshotRow> all(String aggregateId) {
        return rows(aggregateId, MOST);
    }

    /** The newest that its folding goes on from; if there is none, the newest that somebody has given. */
    public Optional<SnapshotRow> newest(String aggregateId) {
        return rows(aggregateId, 1).stream().findFirst();
    }

    private List<SnapshotRow> rows(String aggregateId, int most) {
        Folding folding = states.folding(aggregateId, whole);
        List<SnapshotRow> rows = new ArrayList<>(rows(aggregateId, folding.fingerprint(), folding.name(), most));
        rows.addAll(rows(aggregateId, GIVEN_FINGERPRINT, GIVEN, most));
        return rows;
    }

    private List<SnapshotRow> rows(String aggregateId, String fingerprint, String by, int most) {
        Snapshots snapshots = daybook.storage().snapshots();
        List<SnapshotRow> rows = new ArrayList<>();
        Optional<Snapshot> next = snapshots.newest(aggregateId, fingerprint);
        while (next.isPresent() && rows.size() < most) {
            Snapshot one = next.get();
            rows.add(new SnapshotRow(
                    by,
                    one.fingerprint(),
                    one.sequence(),
                    one.takenAt(),
                    one.state().size()));
            next = rows.size() < most
                    ? snapshots.newest(aggregateId, fingerprint, one.sequence() - 1, Timestamps.LATEST)
                    : Optional.empty();
        }
        return rows;
    }

    /** Keeps the state as it is now; empty if the aggregate has no event, or it could not be kept. */
    public Optional<SnapshotRow> take(String aggregateId) {
        return states.folding(aggregateId, whole).snapshot(aggregateId) ? newest(aggregateId) : Optional.empty();
    }

    /** Keeps a state that somebody gives, beside the aggregate's last event; empty if it has none. */
    public Optional<SnapshotRow> keep(String aggregateId, JsonNode state) {
        try (EventCursor last = daybook.storage()
                .log()
                .read(Query.aggregate(aggregateId), Range.newestFirst().limit(1))) {
            if (!last.hasNext()) {
                return Optional.empty();
            }
            var event = last.next();
            daybook.storage()
                    .snapshots()
                    .save(new Snapshot(
                            aggregateId,
                            event.sequence(),
                            GIVEN_FINGERPRINT,
                            event.timestamp(),
                            Instant.now(),
                            Payload.json(state.toString())));
        }
        return rows(aggregateId, GIVEN_FINGERPRINT, GIVEN, 1).stream().findFirst();
    }
}
