package dev.daybook.testkit.memory;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.log.StretchRefusedException;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.view.InlineViewException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log as a list. Every step is a method of its own, so that a test can break just that one. */
class MemoryLog implements EventLog, LogContinuation {

    private final Gate gate;
    private final InstantSource clock;
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<UUID, StoredEvent> byId = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant lastRecorded = Timestamps.EARLIEST;
    private @Nullable MemoryInline inline;

    MemoryLog(Gate gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** What is to follow in each append's own step. */
    void followedBy(MemoryInline views) {
        inline = views;
    }

    @Override
    public AppendResult append(Append append) {
        check(append);
        return gate.pass(() -> appendAlone(append));
    }

    @Override
    public EventCursor read(Query query, Range range) {
        Limits.standard().check(query);
        return new MemoryCursor(query, range, gate.pass(events::size), this::at);
    }

    @Override
    public Optional<StoredEvent> find(UUID id) {
        return gate.pass(() -> Optional.ofNullable(byId.get(id)).map(this::copy));
    }

    @Override
    public List<String> aggregates(String afterId, int limit) {
        return gate.pass(() -> sequences.keySet().stream()
                .filter(id -> sequence(id) > 0 && id.compareTo(afterId) > 0)
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public long head() {
        return gate.pass(() -> events.isEmpty() ? 0 : events.getLast().position());
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return gate.await(() -> nextPosition() - 1 > position, atMost);
    }

    @Override
    public void take(Stretch stretch) {
        Limits.standard().check(stretch);
        gate.pass(() -> takeAlone(stretch));
    }

    void check(Append append) {
        Limits.standard().check(append);
    }

    AppendResult appendAlone(Append append) {
        Optional<List<StoredEvent>> before = storedBefore(append.events());
        if (before.isPresent()) {
            return new AppendResult.AlreadyStored(before.get());
        }
        for (Condition condition : append.conditions()) {
            Optional<AppendResult.Conflict> conflict = conflict(condition);
            if (conflict.isPresent()) {
                return conflict.get();
            }
        }
        List<StoredEvent> stored = store(append.events());
        follow(stored);
        return new AppendResult.Stored(stored);
    }

    Stretch takeAlone(Stretch stretch) {
        List<StoredEvent> missing =
                stretch.events().stream().filter(event -> !isThere(event)).toList();
        missing.stream().findFirst().ifPresent(this::requireNext);
        Map<String, Long> counted = new HashMap<>();
        for (StoredEvent event : missing) {
            requireToFollow(event, counted.getOrDefault(event.aggregateId(), sequence(event.aggregateId())));
            counted.put(event.aggregateId(), event.sequence());
        }
        missing.forEach(this::keep);
        follow(missing);
        return stretch;
    }

    /** Nobody passes the gate meanwhile, so that nobody has seen what is taken back. */
    private void follow(List<StoredEvent> stored) {
        if (inline == null) {
            return;
        }
        try {
            inline.follow(stored);
        } catch (InlineViewException refusal) {
            takeBack(stored);
            throw refusal;
        }
    }

    void takeBack(List<StoredEvent> stored) {
        for (StoredEvent event : stored.reversed()) {
            events.removeLast();
            byId.remove(event.id());
            sequences.put(event.aggregateId(), event.sequence() - 1);
        }
    }

    /** Within the gate. */
    List<StoredEvent> behind(long position) {
        return events.subList((int) position, events.size());
    }

    boolean isThere(StoredEvent event) {
        if (event.position() >= nextPosition()) {
            return false;
        }
        StoredEvent stored = events.get((int) event.position() - 1);
        if (!stored.equals(event)) {
            throw new StretchRefusedException(event, "it has another event there, " + stored.id());
        }
        return true;
    }

    void requireNext(StoredEvent event) {
        if (event.position() != nextPosition()) {
            throw new StretchRefusedException(event, "its last position is " + (nextPosition() - 1));
        }
    }

    void requireToFollow(StoredEvent event, long before) {
        requireNewId(event);
        if (event.sequence() != before + 1) {
            throw new StretchRefusedException(event, "it has the aggregate at sequence " + before);
        }
        requireLater(event);
    }

    void requireNewId(StoredEvent event) {
        StoredEvent sameId = byId.get(event.id());
        if (sameId != null) {
            throw new StretchRefusedException(event, "it has that id at position " + sameId.position());
        }
    }

    void requireLater(StoredEvent event) {
        if (event.recordedAt().isBefore(lastRecorded)) {
            throw new StretchRefusedException(event, "its last event was recorded at " + lastRecorded);
        }
    }

    Optional<List<StoredEvent>> storedBefore(List<NewEvent> repeated) {
        List<StoredEvent> found = new ArrayList<>();
        for (NewEvent event : repeated) {
            StoredEvent stored = byId.get(event.id());
            if (stored != null && !stored.event().equals(event)) {
                throw new EventIdReusedException(
                        event.id(), "is stored at position " + stored.position() + " with other content");
            }
            if (stored != null) {
                found.add(copy(stored));
            }
        }
        if (!found.isEmpty() && found.size() < repeated.size()) {
            throw new EventIdReusedException(
                    found.getFirst().id(), "is stored, but other events of this append are not");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    Optional<AppendResult.Conflict> conflict(Condition condition) {
        return switch (condition) {
            case Condition.ExpectedSequence(String aggregateId, long expected) -> {
                long found = sequence(aggregateId);
                yield found == expected ? Optional.empty() : Optional.of(new AppendResult.Conflict(condition, found));
            }
            case Condition.NoneMatching(Query query, long position) ->
                events.stream()
                        .filter(event -> event.position() > position && query.matches(event))
                        .findFirst()
                        .map(event -> new AppendResult.Conflict(condition, event.position()));
        };
    }

    List<StoredEvent> store(List<NewEvent> taken) {
        Instant recordedAt = recordedAt(clock.instant());
        return taken.stream().map(event -> store(event, recordedAt)).toList();
    }

    StoredEvent store(NewEvent event, Instant recordedAt) {
        long sequence = sequence(event.aggregateId()) + 1;
        return keep(new StoredEvent(nextPosition(), sequence, recordedAt, event));
    }

    StoredEvent keep(StoredEvent event) {
        StoredEvent stored = copy(event);
        sequences.put(stored.aggregateId(), stored.sequence());
        byId.put(stored.id(), stored);
        events.add(stored);
        gate.noteGrowth();
        noteRecorded(stored.recordedAt());
        return copy(stored);
    }

    Instant recordedAt(Instant now) {
        Instant time = Timestamps.normal(now);
        lastRecorded = time.isBefore(lastRecorded) ? lastRecorded : time;
        return lastRecorded;
    }

    void noteRecorded(Instant time) {
        lastRecorded = time;
    }

    long sequence(String aggregateId) {
        return sequences.getOrDefault(aggregateId, 0L);
    }

    long nextPosition() {
        return events.size() + 1L;
    }

    StoredEvent at(int index) {
        return gate.pass(() -> copy(events.get(index)));
    }

    /** The bytes of a payload are an array that a careless caller could change; the log's own is never handed out. */
    StoredEvent copy(StoredEvent stored) {
        NewEvent event = stored.event();
        Payload own = Payload.of(
                event.payload().contentType(), event.payload().bytes().clone());
        return new StoredEvent(
                stored.position(),
                stored.sequence(),
                stored.recordedAt(),
                new NewEvent(
                        event.id(),
                        event.aggregateId(),
                        event.type(),
                        own,
                        event.timestamp(),
                        event.metadata(),
                        event.tags()));
    }
}
