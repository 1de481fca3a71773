package dev.daybook.testkit.memory;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/** Storages that are wrong only while several threads are at them, or a thread is interrupted. */
final class BrokenRaces {

    private static final long A_MOMENT = 100_000;

    private BrokenRaces() {}

    static List<Broken> all() {
        return List.of(
                Broken.log(
                        "checks the condition before it takes the lock",
                        "Promise05Contention",
                        "one_of_sixty_four_racing_to_create_an_aggregate_wins",
                        ChecksBeforeTheLock::new),
                Broken.log(
                        "checks a query before it takes the lock",
                        "Promise05Contention",
                        "a_course_is_never_overbooked_by_students_racing_for_its_places",
                        ChecksBeforeTheLock::new),
                Broken.log(
                        "looks for a repetition before it takes the lock",
                        "Promise06Idempotent",
                        "one_of_many_threads_repeating_an_append_stores_it_and_the_others_learn_its_result",
                        LooksBeforeTheLock::new),
                Broken.log(
                        "shows an append before it is whole",
                        "Promise03Atomic",
                        "readers_never_see_a_part_of_an_append",
                        ShowsParts::new),
                Broken.log(
                        "shows later events before earlier ones",
                        "Promise01Order",
                        "readers_never_see_a_gap_while_sixty_four_platform_threads_write",
                        ShowsLaterFirst::new),
                history("checks conditions in vain, as its history tells", ChecksBeforeTheLock::new),
                history("shows parts of appends, as its history tells", ShowsParts::new),
                history("shows later events first, as its history tells", ShowsLaterFirst::new),
                history("answers reads from a copy that lags behind, as its history tells", LagsBehind::new),
                Broken.log(
                        "swallows an interrupt",
                        "Promise11Interrupted",
                        "an_append_of_an_interrupted_thread_is_whole_or_refused_by_name_and_the_interrupt_stays_set",
                        SwallowsAnInterrupt::new),
                Broken.log(
                        "fails an interrupted append that it has stored",
                        "Promise11Interrupted",
                        "platform_threads_interrupted_at_random_lose_nothing_and_harm_nobody",
                        FailsWhatItStored::new));
    }

    private static Broken history(String fault, BiFunction<Gate, InstantSource, MemoryLog> log) {
        return Broken.log(
                fault,
                "Promise05Histories",
                "what_threads_are_answered_at_random_is_explained_by_one_order_in_real_time",
                log);
    }

    private static final class ChecksBeforeTheLock extends MemoryLog {
        private final Gate gate;

        ChecksBeforeTheLock(Gate gate, InstantSource clock) {
            super(gate, clock);
            this.gate = gate;
        }

        @Override
        public AppendResult append(Append append) {
            for (Condition condition : append.conditions()) {
                Optional<AppendResult.Conflict> conflict = gate.pass(() -> conflict(condition));
                if (conflict.isPresent()) {
                    return conflict.get();
                }
            }
            LockSupport.parkNanos(A_MOMENT);
            return super.append(Append.of(append.events()));
        }
    }

    private static final class LooksBeforeTheLock extends MemoryLog {
        private final Gate gate;

        LooksBeforeTheLock(Gate gate, InstantSource clock) {
            super(gate, clock);
            this.gate = gate;
        }

        @Override
        public AppendResult append(Append append) {
            Optional<List<StoredEvent>> before = gate.pass(() -> storedBefore(append.events()));
            LockSupport.parkNanos(A_MOMENT);
            return before.isPresent()
                    ? new AppendResult.AlreadyStored(before.get())
                    : new AppendResult.Stored(gate.pass(() -> store(append.events())));
        }
    }

    private static final class ShowsParts extends MemoryLog {
        ShowsParts(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public AppendResult append(Append append) {
            List<StoredEvent> stored = new ArrayList<>();
            for (NewEvent event : append.events()) {
                if (super.append(Append.of(event)) instanceof AppendResult.Stored(List<StoredEvent> one)) {
                    stored.addAll(one);
                    LockSupport.parkNanos(A_MOMENT);
                }
            }
            return new AppendResult.Stored(List.copyOf(stored));
        }
    }

    /** As a log does that gives out positions before it commits. */
    private static final class ShowsLaterFirst extends MemoryLog {
        private final Set<Long> notYetShown = ConcurrentHashMap.newKeySet();

        ShowsLaterFirst(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        StoredEvent store(NewEvent event, Instant recordedAt) {
            notYetShown.add(nextPosition());
            return super.store(event, recordedAt);
        }

        @Override
        public AppendResult append(Append append) {
            AppendResult result = super.append(append);
            if (result instanceof AppendResult.Stored(List<StoredEvent> events)) {
                LockSupport.parkNanos(events.getFirst().position() % 3 * A_MOMENT);
                events.forEach(event -> notYetShown.remove(event.position()));
            }
            return result;
        }

        @Override
        public EventCursor read(Query query, Range range) {
            return new FilteredCursor(super.read(query, range), event -> !notYetShown.contains(event.position()));
        }
    }

    /** As a replica does that is brought up to date at times. */
    private static final class LagsBehind extends MemoryLog {
        private final AtomicLong reads = new AtomicLong();
        private final AtomicLong copied = new AtomicLong();

        LagsBehind(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public EventCursor read(Query query, Range range) {
            if (reads.incrementAndGet() % 3 == 0) {
                copied.set(head());
            }
            return super.read(query, range.upTo(Math.min(range.toPosition(), copied.get())));
        }
    }

    private static final class SwallowsAnInterrupt extends MemoryLog {
        SwallowsAnInterrupt(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        @SuppressWarnings("ReturnValueIgnored") // the fault
        public AppendResult append(Append append) {
            Thread.interrupted();
            return super.append(append);
        }
    }

    private static final class FailsWhatItStored extends MemoryLog {
        FailsWhatItStored(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public AppendResult append(Append append) {
            AppendResult result = super.append(append);
            if (Thread.currentThread().isInterrupted()) {
                throw new StorageException(Fault.INTERRUPTED, "interrupted; nothing was written, it says", null);
            }
            return result;
        }
    }
}
