package dev.daybook.testkit.contract.model;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.contract.model.Comparison.Opening;
import dev.daybook.testkit.memory.InMemoryStorage;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
import java.util.Optional;

/** The storage under test and the reference beside it, on one clock. */
final class Sides implements AutoCloseable {

    private final SettableClock clock = SettableClock.create();
    private final Opening testedOpening;
    private final boolean persistent;
    private Storage tested;
    private Storage reference;

    static Sides persistent(Opening tested) {
        return new Sides(tested, true);
    }

    static Sides passing(Opening tested) {
        return new Sides(tested, false);
    }

    private Sides(Opening tested, boolean persistent) {
        this.testedOpening = tested;
        this.persistent = persistent;
        this.tested = tested.open(clock);
        this.reference = new InMemoryStorage(clock);
    }

    /** Does a step on both sides and says how they differ, if they do. */
    Optional<String> difference(Step step) {
        switch (step) {
            case Step.SetClock(Instant time) -> clock.set(time);
            case Step.Reopen() -> reopen();
            default -> {
                return difference(answer(reference, step), answer(tested, step));
            }
        }
        return Optional.empty();
    }

    /** Whether everything both hold is the same. */
    Optional<String> differenceInAll() {
        return difference(new Step.Read(Query.all(), Range.all()))
                .or(() -> difference(new Step.Read(Query.all(), Range.newestFirst())))
                .or(() -> difference(new Step.Head()))
                .or(() -> difference(new Step.SnapshotTotals()));
    }

    private static Optional<String> difference(Object expected, Object found) {
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("expected: " + expected + System.lineSeparator() + "found:    " + found);
    }

    private void reopen() {
        tested.close();
        tested = testedOpening.open(clock);
        if (!persistent) {
            reference = new InMemoryStorage(clock);
        }
    }

    private static Object answer(Storage storage, Step step) {
        try {
            return switch (step) {
                case Step.AppendEvents(var append) -> storage.log().append(append);
                case Step.Read(Query query, Range range) -> {
                    try (EventCursor cursor = storage.log().read(query, range)) {
                        yield cursor.stream().toList();
                    }
                }
                case Step.Head() -> storage.log().head();
                case Step.SaveSnapshot(Snapshot snapshot) -> {
                    storage.snapshots().save(snapshot);
                    yield "saved";
                }
                case Step.NewestSnapshot(var id, var fingerprint, var sequence, var latest) ->
                    storage.snapshots().newest(id, fingerprint, sequence, latest);
                case Step.SnapshotTotals() -> storage.snapshots().totals();
                case Step.SetClock(Instant time) -> time;
                case Step.Reopen() -> "reopened";
            };
        } catch (StorageException e) {
            return e.fault() + ": " + e.getMessage();
        } catch (DaybookException | IllegalArgumentException e) {
            // Which of several wrong ids a refusal names is its own affair.
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public void close() {
        tested.close();
        reference.close();
    }
}
