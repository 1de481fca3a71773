package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks that a history of a log is strictly serializable: that there is one order of all its operations that explains every answer
 * and in which an operation that had ended before another began comes before it. As each operation is one step on one object,
 * this is linearizability (Herlihy and Wing, Linearizability: a correctness condition for concurrent objects, 1990).
 *
 * <p>To find such an order is hard in general. Here the log is the order: an append has the place of its positions, and whatever
 * writes nothing (a read, a head, a conflict, a repetition) gets a place among those at which its answer is right. So the check
 * takes the time of sorting, and for a query that of looking through the log once. It finds what it is meant to find:
 *
 * <ul>
 *   <li>in the log: a gap, an event that is there twice, a sequence that is not the next, a recordedAt that steps back, an event
 *       that nobody has appended;
 *   <li>in an answer: a stored event that is lost or stands elsewhere, a condition that did not hold, a conflict that was never
 *       true, a read of what the log never was, also of a part of an append;
 *   <li>in time: an append before one that had ended before it began, a read that misses what had been stored or seen before it
 *       began, an answer that knows of what was not yet begun.
 * </ul>
 *
 * <p>A read is checked as one step, which is more than a log has to promise where reads are long: see {@link
 * dev.daybook.ports.log.EventLog#read}.
 */
public final class HistoryChecker {

    private final LogOrder order;
    private final Effects effects;
    private final List<RealTime.Placed> placed = new ArrayList<>();
    private final List<String> anomalies = new ArrayList<>();

    private HistoryChecker(List<StoredEvent> log) {
        order = new LogOrder(log);
        effects = new Effects(order);
    }

    /**
     * Checks a history.
     *
     * @param operations everything that was done to the log from its beginning on, in whatever order it was noted
     * @param log all events of the log once all is done
     * @return what cannot be, in words that name the operations; nothing if the history is strictly serializable
     */
    public static List<String> anomalies(List<Operation> operations, List<StoredEvent> log) {
        return new HistoryChecker(log).check(operations);
    }

    private List<String> check(List<Operation> operations) {
        if (checkLog()) {
            // Those without an answer last: what somebody else was told to have written is not theirs.
            operations.stream()
                    .sorted(Comparator.comparing(Operation.Unanswered.class::isInstance))
                    .forEach(this::judge);
            for (StoredEvent event : order.events()) {
                if (effects.writer(event.position()).isEmpty()) {
                    anomalies.add("the event at position " + event.position() + " was appended by nobody");
                }
            }
            anomalies.addAll(new RealTime(placed).anomalies());
        }
        return List.copyOf(anomalies);
    }

    private void judge(Operation operation) {
        try {
            Optional<Window> written = effects.written(operation);
            written.map(positions -> new Window(positions.least() - 1, positions.most()))
                    .ifPresent(window -> placed.add(new RealTime.Placed(operation, window, true)));
            effects.seen(operation).ifPresent(window -> placed.add(new RealTime.Placed(operation, window, false)));
        } catch (Unexplained e) {
            anomalies.add(Telling.of(operation) + " " + e.what());
        }
    }

    /** Whether it is an order at all: without one, no answer can be judged. */
    private boolean checkLog() {
        Map<String, Long> sequences = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        Instant recorded = Instant.MIN;
        long position = 0;
        for (StoredEvent event : order.events()) {
            position++;
            String which = "the event at position " + event.position();
            require(event.position() == position, which + " comes where " + position + " should: a gap or a double");
            require(ids.add(event.id()), which + " is there twice: " + event.id());
            long sequence = sequences.merge(event.aggregateId(), 1L, Long::sum);
            require(
                    event.sequence() == sequence,
                    which + " has sequence " + event.sequence() + " where " + event.aggregateId() + " has come to "
                            + sequence);
            require(!event.recordedAt().isBefore(recorded), which + " was recorded before the one before it");
            recorded = event.recordedAt();
        }
        return anomalies.isEmpty();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            anomalies.add(otherwise);
        }
    }
}
