package dev.daybook.torture.writer;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One thread of a writer: appends and sometimes reads, of few aggregates, and believes what it has been answered so far. */
final class Caller {

    private static final int AGGREGATES = 8;
    private static final int ONCE = 400;
    private static final int MOST_EVENTS = 4;
    private static final int READ_LIMIT = 3;
    private static final int REMEMBERED = 50;
    private static final long PAUSE_NANOS = 20_000_000;

    private final EventLog log;
    private final Journal journal;
    private final String name;
    private final Random random;
    private final EventIds ids = new EventIds();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Append> appended = new ArrayList<>();
    private long seen;
    private long calls;

    Caller(EventLog log, Journal journal, String name, long seed) {
        this.log = log;
        this.journal = journal;
        this.name = name;
        this.random = new Random(seed);
    }

    /** Until it is killed, or something happens that may never be. */
    void run() {
        try {
            while (true) {
                call();
            }
        } catch (RuntimeException | Error e) {
            journal.broken(nextName(), e);
        }
    }

    private void call() {
        switch (random.nextInt(16)) {
            case 0 -> head();
            case 1 -> read();
            case 2 -> append(appended.isEmpty() ? newAppend() : appended.get(random.nextInt(appended.size())));
            default -> append(newAppend());
        }
    }

    /** Appends, again and again if need be, until it is answered. */
    void append(Append append) {
        Optional<AppendResult> result = attempt(append);
        while (result.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            result = attempt(append);
        }
        believe(append, result.get());
    }

    private Optional<AppendResult> attempt(Append append) {
        String attempt = nextName();
        journal.begun(attempt, append);
        try {
            AppendResult result = log.append(append);
            journal.answered(attempt, append, result);
            return Optional.of(result);
        } catch (StorageException e) {
            String message = e.fault() + ": " + e.getMessage();
            if (e.fault() == Fault.UNKNOWN) {
                journal.unknown(attempt, message);
            } else {
                journal.refused(attempt, message);
            }
            return Optional.empty();
        }
    }

    private void head() {
        String attempt = nextName();
        long start = System.nanoTime();
        try {
            long position = log.head();
            journal.head(attempt, start, position);
            seen = Math.max(seen, position);
        } catch (StorageException e) {
            // Nothing was answered, and nothing was believed.
        }
    }

    private void read() {
        String attempt = nextName();
        String aggregate = aggregate();
        long start = System.nanoTime();
        Range newest = Range.newestFirst().limit(READ_LIMIT);
        try (EventCursor cursor = log.read(Query.aggregate(aggregate), newest)) {
            List<StoredEvent> found = cursor.stream().toList();
            journal.read(attempt, start, aggregate, READ_LIMIT, found);
            found.forEach(this::believe);
        } catch (StorageException e) {
            // Nothing was answered, and nothing was believed.
        }
    }

    private Append newAppend() {
        List<NewEvent> events = new ArrayList<>();
        for (int n = random.nextInt(MOST_EVENTS); n >= 0; n--) {
            events.add(Content.event(ids.next(), aggregate()));
        }
        Append append = Append.of(events);
        return switch (random.nextInt(6)) {
            case 0, 1 -> append.onlyIf(expected(events.getFirst().aggregateId()));
            case 2 -> append.onlyIf(Condition.noneMatchingAfter(Query.tags(Content.account(random)), seen));
            case 3 -> once(append);
            default -> append;
        };
    }

    private Condition expected(String aggregateId) {
        return Condition.expectedSequence(aggregateId, sequences.getOrDefault(aggregateId, 0L));
    }

    /** With the first event of an aggregate that must not exist. */
    private Append once(Append append) {
        String aggregate = "once_" + random.nextInt(ONCE);
        List<NewEvent> events = new ArrayList<>(append.events());
        events.add(Content.event(ids.next(), aggregate));
        return Append.of(events).onlyIf(Condition.mustNotExist(aggregate));
    }

    private String aggregate() {
        return "order_" + random.nextInt(AGGREGATES);
    }

    private void believe(Append append, AppendResult result) {
        switch (result) {
            case AppendResult.Stored(List<StoredEvent> events) -> {
                events.forEach(this::believe);
                appended.add(append);
                if (appended.size() > REMEMBERED) {
                    appended.removeFirst();
                }
            }
            case AppendResult.AlreadyStored(List<StoredEvent> events) -> events.forEach(this::believe);
            case AppendResult.Conflict(Condition.ExpectedSequence(String id, long sequence), long found) ->
                sequences.put(id, found);
            case AppendResult.Conflict conflict -> seen = Math.max(seen, conflict.found());
        }
    }

    private void believe(StoredEvent event) {
        if (!event.event().equals(Content.event(event.id(), event.aggregateId()))) {
            throw new IllegalStateException("was given an event that is not as it was appended: " + event);
        }
        seen = Math.max(seen, event.position());
        sequences.merge(event.aggregateId(), event.sequence(), Math::max);
    }

    private String nextName() {
        return name + "#" + ++calls;
    }
}
