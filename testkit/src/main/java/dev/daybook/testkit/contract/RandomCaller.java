package dev.daybook.testkit.contract;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One who appends and reads at random, of few aggregates, and believes what the log has answered so far. */
final class RandomCaller {

    private static final int AGGREGATES = 3;
    private static final Tag COURSE = Tag.of("course", "c1");

    private final EventLog log;
    private final Random random;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Append> appended = new ArrayList<>();
    private long seen;

    RandomCaller(EventLog log, long seed) {
        this.log = log;
        this.random = new Random(seed);
    }

    void call(int times) {
        for (int n = 0; n < times; n++) {
            switch (random.nextInt(8)) {
                case 0 -> seen = Math.max(seen, log.head());
                case 1, 2, 3 -> read();
                case 4 -> believe(log.append(repetition()));
                default -> believe(log.append(append()));
            }
        }
    }

    private void read() {
        Range range = random.nextBoolean()
                ? Range.newestFirst().limit(1 + random.nextInt(4))
                : Range.all().after(random.nextBoolean() ? 0 : seen);
        try (EventCursor cursor = log.read(query(), range)) {
            cursor.stream().forEach(this::believe);
        }
    }

    private Append repetition() {
        return appended.isEmpty() ? append() : appended.get(random.nextInt(appended.size()));
    }

    private Append append() {
        List<NewEvent> events = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            NewEvent event = Samples.event(aggregate());
            events.add(random.nextBoolean() ? event : event.tagged(COURSE));
        }
        Append append = Append.of(events);
        for (int n = random.nextInt(3); n > 0; n--) {
            append = append.onlyIf(condition());
        }
        appended.add(append);
        return append;
    }

    private Condition condition() {
        String id = aggregate();
        return random.nextInt(3) > 0
                ? Condition.expectedSequence(id, sequences.getOrDefault(id, 0L))
                : Condition.noneMatchingAfter(query(), seen);
    }

    private Query query() {
        return switch (random.nextInt(4)) {
            case 0 -> Query.all();
            case 1 -> Query.tags(COURSE);
            case 2 -> Query.aggregate(aggregate());
            default -> Query.aggregate(aggregate()).or(Query.tags(COURSE));
        };
    }

    private String aggregate() {
        return "order_" + random.nextInt(AGGREGATES);
    }

    private void believe(AppendResult result) {
        switch (result) {
            case AppendResult.Stored(List<StoredEvent> events) -> events.forEach(this::believe);
            case AppendResult.AlreadyStored(List<StoredEvent> events) -> events.forEach(this::believe);
            case AppendResult.Conflict(Condition expected, long found) -> {
                if (expected instanceof Condition.ExpectedSequence(String id, long sequence) && found != sequence) {
                    sequences.put(id, found);
                } else {
                    seen = Math.max(seen, log.head());
                }
            }
        }
    }

    private void believe(StoredEvent event) {
        seen = Math.max(seen, event.position());
        sequences.merge(event.aggregateId(), event.sequence(), Math::max);
    }
}
