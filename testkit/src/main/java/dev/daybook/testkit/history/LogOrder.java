package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log as it is when all is done: the one order that must explain every answer. Positions are 1 to n here. */
final class LogOrder {

    private final List<StoredEvent> events;
    private final Map<UUID, StoredEvent> byId = new HashMap<>();
    private final Map<String, List<Long>> byAggregate = new HashMap<>();

    LogOrder(List<StoredEvent> events) {
        this.events = List.copyOf(events);
        for (StoredEvent event : events) {
            byId.putIfAbsent(event.id(), event);
            byAggregate
                    .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                    .add(event.position());
        }
    }

    List<StoredEvent> events() {
        return events;
    }

    Optional<StoredEvent> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<StoredEvent> matches(Query query, Range range) {
        return events.stream()
                .filter(event -> query.matches(event) && range.contains(event))
                .toList();
    }

    /** While the aggregate has come to a sequence and not beyond. */
    Window atSequence(String aggregateId, long sequence) {
        List<Long> positions = byAggregate.getOrDefault(aggregateId, List.of());
        if (sequence < 0 || sequence > positions.size()) {
            return new Window(1, 0);
        }
        int reached = (int) sequence;
        return new Window(
                reached == 0 ? 0 : positions.get(reached - 1),
                reached == positions.size() ? Long.MAX_VALUE : positions.get(reached) - 1);
    }

    /** While a condition holds. */
    Window whileHolds(Condition condition) {
        return switch (condition) {
            case Condition.ExpectedSequence(String id, long sequence) -> atSequence(id, sequence);
            case Condition.NoneMatching(Query query, long after) ->
                firstMatch(query, after)
                        .map(match -> Window.upTo(match.position() - 1))
                        .orElse(Window.ANY);
        };
    }

    /** While a condition does not hold, for what was found. */
    Window whileFails(Condition condition, long found) {
        return switch (condition) {
            case Condition.ExpectedSequence(String id, long sequence) ->
                found == sequence ? new Window(1, 0) : atSequence(id, found);
            case Condition.NoneMatching(Query query, long after) ->
                firstMatch(query, after)
                        .filter(match -> match.position() == found)
                        .map(match -> Window.from(found))
                        .orElse(new Window(1, 0));
        };
    }

    private Optional<StoredEvent> firstMatch(Query query, long after) {
        return events.stream()
                .skip(Math.min(after, events.size()))
                .filter(query::matches)
                .findFirst();
    }
}
