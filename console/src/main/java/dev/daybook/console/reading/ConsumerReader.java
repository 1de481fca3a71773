package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.ParkedEvent;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.log.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The consumers of a log: those that this process runs, and those of which only the storage tells. */
public final class ConsumerReader {

    /**
     * An event that a consumer could not handle.
     *
     * @param parked where it is, since when, and why, masked where the event is
     * @param event the event
     */
    public record DeadLetter(ParkedEvent parked, Optional<ShownEvent> event) {}

    private final Daybook daybook;
    private final EventReader events;
    private final Map<String, EventConsumer> consumers = new LinkedHashMap<>();

    ConsumerReader(Daybook daybook, EventReader events, List<EventConsumer> consumers) {
        this.daybook = daybook;
        this.events = events;
        consumers.forEach(consumer -> this.consumers.put(consumer.name(), consumer));
    }

    public List<ConsumerRow> all(Sight sight) {
        long head = daybook.storage().log().head();
        List<ConsumerRow> rows = new ArrayList<>();
        Set<String> left = new java.util.LinkedHashSet<>(consumers.keySet());
        for (ConsumerState state : daybook.storage().consumers().all()) {
            left.remove(state.name());
            rows.add(row(state.name(), Optional.of(state), head, sight));
        }
        left.forEach(name -> rows.add(row(name, Optional.empty(), head, sight)));
        return rows;
    }

    public Optional<ConsumerRow> find(String name, Sight sight) {
        Optional<ConsumerState> state = daybook.storage().consumers().find(name);
        return state.isPresent() || runsHere(name)
                ? Optional.of(row(name, state, daybook.storage().log().head(), sight))
                : Optional.empty();
    }

    private ConsumerRow row(String name, Optional<ConsumerState> state, long head, Sight sight) {
        Optional<ConsumerHealth> health = Optional.ofNullable(consumers.get(name))
                .map(EventConsumer::health)
                .map(known -> masked(known, sight));
        // What it has passed over without handling any of it is stored later: the consumer itself knows first.
        long checkpoint = Math.max(
                state.map(ConsumerState::checkpoint).orElse(0L),
                health.map(ConsumerHealth::checkpoint).orElse(0L));
        return new ConsumerRow(
                name,
                checkpoint,
                Math.max(0, head - checkpoint),
                state.map(ConsumerState::owner).orElse(""),
                state.map(ConsumerState::movedAt),
                handle(name).parked().size(),
                health);
    }

    private static ConsumerHealth masked(ConsumerHealth health, Sight sight) {
        if (sight.isWhole() || health.lastError().isEmpty()) {
            return health;
        }
        return new ConsumerHealth(
                health.name(),
                health.status(),
                health.checkpoint(),
                health.lag(),
                health.lagTime(),
                health.rate(),
                health.handled(),
                health.lastProgress(),
                health.parked(),
                health.lastError().map(sight::error),
                sight.error(health.diagnosis()));
    }

    public List<DeadLetter> deadLetters(String name, Sight sight) {
        return handle(name).parked().stream()
                .map(parked -> new DeadLetter(
                        new ParkedEvent(
                                parked.position(),
                                parked.aggregateId(),
                                sight.error(parked.error()),
                                parked.parkedAt()),
                        events.at(parked.position()).map(sight::show)))
                .toList();
    }

    /** Handles dead letters again; how many were handled. Throws where this process does not run the consumer. */
    public int retry(String name, Set<Long> positions) {
        return running(name).retryParked(parked -> positions.contains(parked.position()));
    }

    public int discard(String name, Set<Long> positions) {
        return running(name).discardParked(parked -> positions.contains(parked.position()));
    }

    public boolean runsHere(String name) {
        return consumers.containsKey(name);
    }

    private EventConsumer running(String name) {
        return Optional.ofNullable(consumers.get(name)).orElseThrow();
    }

    /** What the storage tells of a consumer can be asked by anybody, who need not run it. */
    private EventConsumer handle(String name) {
        EventConsumer known = consumers.get(name);
        return known != null ? known : daybook.consumer(name, Query.all(), event -> {}, ConsumerSettings.standard());
    }
}
