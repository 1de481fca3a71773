package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.core.snapshot.SnapshotFaults;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Folds any aggregate, without a class of the user's: each field of the payloads has the value that came last. */
final class LastValues implements Folding {

    /** A state as a snapshot keeps it. */
    record Values(String json) {}

    /** What is not an object has no fields: the whole payload is kept under this name. */
    private static final String PAYLOAD = "payload";

    private static final String FINGERPRINT = Fingerprint.of("console:last-values", 1, Values.class);

    private final EventLog log;
    private final Sight sight;
    private final FoldSnapshots<Values> snapshots;

    LastValues(Daybook daybook, Sight sight) {
        this.log = daybook.storage().log();
        this.sight = sight;
        this.snapshots = new FoldSnapshots<>(
                daybook.storage().snapshots(),
                daybook.states(),
                Values.class,
                FINGERPRINT,
                Clock.systemUTC(),
                new SnapshotFaults());
    }

    @Override
    public String name() {
        return Folded.LAST_VALUES;
    }

    @Override
    public Folded at(String aggregateId, Moment moment) {
        return switch (moment) {
            case Moment.Now now -> fold(start(aggregateId, Long.MAX_VALUE, Timestamps.LATEST), Range.all());
            case Moment.Happened(Instant time) ->
                fold(start(aggregateId, Long.MAX_VALUE, time), Range.all().happened(TimeSpan.until(time)));
            // What was known is a prefix, but not one whose end a snapshot tells: it is folded from the first event.
            case Moment.Known(Instant time) ->
                fold(nothing(aggregateId), Range.all().recorded(TimeSpan.until(time)));
            case Moment.Sequence(long sequence) ->
                fold(
                        start(aggregateId, sequence, Timestamps.LATEST),
                        Range.all().upToSequence(sequence));
            case Moment.Position position -> throw new IllegalArgumentException("positions are made sequences first");
        };
    }

    @Override
    public Folded anew(String aggregateId) {
        return fold(nothing(aggregateId), Range.all());
    }

    private Folded nothing(String aggregateId) {
        return new Folded(aggregateId, 0, Timestamps.EARLIEST, Trees.JSON.createObjectNode(), name());
    }

    /** A snapshot has everything in it, and so is for those alone who see everything. */
    private Folded start(String aggregateId, long atMostSequence, Instant atMostLatest) {
        if (!sight.isWhole()) {
            return nothing(aggregateId);
        }
        return snapshots
                .newest(aggregateId, atMostSequence, atMostLatest)
                .flatMap(snapshot -> snapshots
                        .open(snapshot)
                        .map(values -> new Folded(
                                aggregateId,
                                snapshot.sequence(),
                                snapshot.latest(),
                                Trees.read(Payload.json(values.json())),
                                name())))
                .orElseGet(() -> nothing(aggregateId));
    }

    private Folded fold(Folded from, Range range) {
        ObjectNode state = (ObjectNode) from.state();
        long sequence = from.sequence();
        Instant latest = from.latest();
        try (EventCursor events =
                log.read(Query.aggregate(from.aggregateId()), range.fromSequence(from.sequence() + 1))) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                apply(state, event);
                sequence = event.sequence();
                latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
            }
        }
        return new Folded(from.aggregateId(), sequence, latest, state, name());
    }

    private void apply(ObjectNode state, StoredEvent event) {
        JsonNode payload = Trees.read(sight.see(event).payload());
        if (payload instanceof ObjectNode fields) {
            state.setAll(fields);
        } else {
            state.set(PAYLOAD, payload);
        }
    }

    @Override
    public Walk from(String aggregateId, long sequence) {
        ObjectNode state =
                (ObjectNode) at(aggregateId, new Moment.Sequence(sequence)).state();
        return new Walk() {
            @Override
            public JsonNode state() {
                return state.deepCopy();
            }

            @Override
            public JsonNode next(StoredEvent event) {
                apply(state, event);
                return state();
            }
        };
    }

    @Override
    public String fingerprint() {
        return FINGERPRINT;
    }

    @Override
    public boolean snapshot(String aggregateId) {
        Folded now = at(aggregateId, new Moment.Now());
        Optional<Folded> something = Optional.of(now).filter(folded -> folded.sequence() > 0);
        return sight.isWhole()
                && something
                        .map(folded -> snapshots.save(
                                aggregateId,
                                folded.sequence(),
                                folded.latest(),
                                new Values(folded.state().toString())))
                        .orElse(false);
    }
}
