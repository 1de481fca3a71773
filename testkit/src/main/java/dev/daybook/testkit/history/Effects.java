package dev.daybook.testkit.history;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When in the order each operation may have taken effect, judged by its answer alone. */
final class Effects {

    private final LogOrder order;
    private final Map<Long, Operation> writers = new HashMap<>();

    Effects(LogOrder order) {
        this.order = order;
    }

    /** Who has written the event at a position. */
    Optional<Operation> writer(long position) {
        return Optional.ofNullable(writers.get(position));
    }

    /** The positions that an append has written; nothing for what writes nothing. */
    Optional<Window> written(Operation operation) {
        return switch (operation) {
            case Operation.Appended appended
            when appended.result() instanceof AppendResult.Stored(var events) ->
                Optional.of(claimed(appended, appended.append(), events));
            case Operation.Unanswered unanswered -> found(unanswered);
            default -> Optional.empty();
        };
    }

    /** The lengths of the log at which an operation that writes nothing has its answer; nothing if it has none. */
    Optional<Window> seen(Operation operation) {
        return switch (operation) {
            case Operation.Read read -> Optional.of(ReadWindow.of(order, read));
            case Operation.Head head -> Optional.of(head(head.position()));
            case Operation.Appended appended ->
                switch (appended.result()) {
                    case AppendResult.Stored stored -> Optional.empty();
                    case AppendResult.AlreadyStored(var events) ->
                        Optional.of(Window.from(last(events, appended.append())));
                    case AppendResult.Conflict conflict -> Optional.of(conflict(appended.append(), conflict));
                };
            case Operation.Unanswered unanswered -> Optional.empty();
        };
    }

    private Window head(long position) {
        if (position > order.events().size()) {
            throw new Unexplained("was told a head beyond the log, which ends at "
                    + order.events().size());
        }
        return new Window(position, position);
    }

    private Window claimed(Operation by, Append append, List<StoredEvent> events) {
        long last = last(events, append);
        Window positions = new Window(events.getFirst().position(), last);
        for (StoredEvent event : events) {
            Operation other = writers.putIfAbsent(event.position(), by);
            if (other != null) {
                throw new Unexplained("was told that it has stored what " + Telling.of(other) + " has stored");
            }
        }
        if (positions.most() - positions.least() + 1 != events.size()) {
            throw new Unexplained("was not taken as one step: its events do not stand side by side");
        }
        for (Condition condition : append.conditions()) {
            Window holds = order.whileHolds(condition);
            if (positions.least() - 1 < holds.least() || positions.least() - 1 > holds.most()) {
                throw new Unexplained("was stored although a condition of it did not hold: " + condition);
            }
        }
        return positions;
    }

    /** Checks that what was told is what is in the log and what was handed over, and answers with the last position. */
    private long last(List<StoredEvent> events, Append append) {
        if (!events.stream().map(StoredEvent::event).toList().equals(append.events())) {
            throw new Unexplained("was told of other events than it has appended");
        }
        for (StoredEvent event : events) {
            Optional<StoredEvent> stored = order.byId(event.id());
            if (stored.isEmpty()) {
                throw new Unexplained(
                        "has lost its event " + event.id() + ", told to be at position " + event.position());
            }
            if (!stored.get().equals(event)) {
                throw new Unexplained("was told that event " + event.id() + " is " + at(event) + ", the log has it "
                        + at(stored.get()));
            }
        }
        return events.stream().mapToLong(StoredEvent::position).max().orElse(0);
    }

    private static String at(StoredEvent event) {
        return "at position " + event.position() + " with sequence " + event.sequence() + ", recorded at "
                + event.recordedAt();
    }

    /** The events of an append without an answer, if they are in the log and nobody else's. */
    private Optional<Window> found(Operation.Unanswered operation) {
        List<NewEvent> events = operation.append().events();
        List<StoredEvent> stored = events.stream()
                .flatMap(event ->
                        order.byId(event.id()).filter(own -> own.event().equals(event)).stream())
                .filter(event -> !writers.containsKey(event.position()))
                .toList();
        if (!stored.isEmpty() && stored.size() < events.size()) {
            throw new Unexplained("is in the log in part, at " + Telling.positions(stored));
        }
        return stored.isEmpty() ? Optional.empty() : Optional.of(claimed(operation, operation.append(), stored));
    }

    private Window conflict(Append append, AppendResult.Conflict conflict) {
        int failed = append.conditions().indexOf(conflict.expected());
        if (failed < 0) {
            throw new Unexplained("is in conflict with a condition that it does not have");
        }
        Window window = order.whileFails(conflict.expected(), conflict.found());
        for (Condition earlier : append.conditions().subList(0, failed)) {
            window = window.and(order.whileHolds(earlier));
        }
        if (window.isEmpty()) {
            throw new Unexplained("has a conflict that was never true");
        }
        return window;
    }
}
