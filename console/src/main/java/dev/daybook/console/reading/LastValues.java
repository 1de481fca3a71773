package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.repository.Loaded;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.snapshot.Snapshot;
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

    private final Sight sight;
    private final FoldSnapshots<Values> snapshots;
    private final Course<ObjectNode> course;

    LastValues(Daybook daybook, Sight sight, RecentStates recent) {
        this.sight = sight;
        this.snapshots = daybook.snapshots(Values.class, FINGERPRINT);
        this.course = new Course<>(daybook.storage().log(), new Rules(), sight, recent, daybook.replayTimings());
    }

    private final class Rules implements Course.Rules<ObjectNode> {
        @Override
        public ObjectNode initial() {
            return Trees.JSON.createObjectNode();
        }

        @Override
        public ObjectNode apply(ObjectNode state, StoredEvent event) {
            JsonNode payload = Trees.read(sight.see(event).payload());
            if (payload instanceof ObjectNode fields) {
                state.setAll(fields);
            } else {
                state.set(PAYLOAD, payload);
            }
            return state;
        }

        @Override
        public ObjectNode copy(ObjectNode state) {
            return state.deepCopy();
        }

        @Override
        public int weight(ObjectNode state) {
            return state.toString().length();
        }

        /** A snapshot has everything in it, and so is for those alone who see everything. */
        @Override
        public Optional<Snapshot> snapshot(String aggregateId, long atMostSequence, Instant atMostLatest) {
            return sight.isWhole() ? snapshots.newest(aggregateId, atMostSequence, atMostLatest) : Optional.empty();
        }

        @Override
        public Optional<ObjectNode> open(Snapshot snapshot) {
            return snapshots.open(snapshot).map(values -> (ObjectNode) Trees.read(Payload.json(values.json())));
        }
    }

    @Override
    public String name() {
        return Folded.LAST_VALUES;
    }

    @Override
    public Folded at(String aggregateId, Moment moment) {
        return folded(
                switch (moment) {
                    case Moment.Now now -> course.upTo(aggregateId, Long.MAX_VALUE);
                    case Moment.Happened(Instant time) ->
                        course.asOf(aggregateId, time)
                                .orElseGet(() -> course.fold(
                                        course.start(aggregateId, Long.MAX_VALUE, time),
                                        Range.all().happened(TimeSpan.until(time))));
                    // What was known is a prefix, but not one whose end a snapshot tells: it is folded from the first
                    // event.
                    case Moment.Known(Instant time) ->
                        course.fold(course.nothing(aggregateId), Range.all().recorded(TimeSpan.until(time)));
                    case Moment.Sequence(long sequence) -> course.upTo(aggregateId, sequence);
                    case Moment.Position position ->
                        throw new IllegalArgumentException("positions are made sequences first");
                });
    }

    @Override
    public Folded fromSnapshot(String aggregateId, long sequence) {
        return folded(course.fromSnapshot(aggregateId, sequence));
    }

    @Override
    public Folded anew(String aggregateId) {
        return folded(course.anew(aggregateId));
    }

    private Folded folded(Loaded<ObjectNode> loaded) {
        return new Folded(loaded.aggregateId(), loaded.sequence(), loaded.latest(), loaded.state(), name());
    }

    @Override
    public Walk from(String aggregateId, long sequence) {
        ObjectNode state = course.upTo(aggregateId, sequence).state();
        Rules rules = new Rules();
        return new Walk() {
            @Override
            public JsonNode state() {
                return state.deepCopy();
            }

            @Override
            public JsonNode next(StoredEvent event) {
                rules.apply(state, event);
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
        Loaded<ObjectNode> now = course.upTo(aggregateId, Long.MAX_VALUE);
        return sight.isWhole()
                && now.exists()
                && snapshots.save(
                        aggregateId,
                        now.sequence(),
                        now.latest(),
                        new Values(now.state().toString()));
    }
}
