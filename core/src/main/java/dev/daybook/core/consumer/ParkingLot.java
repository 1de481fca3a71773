package dev.daybook.core.consumer;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The events that a consumer has parked, as rows that are kept with its checkpoint. */
final class ParkingLot {

    private final Views views;
    private final StateCodec states;
    private final InstantSource clock;
    private final String view;

    /** By the same keys: what somebody who does not run the consumer wants to have tried again. */
    private final String asked;

    /** How many events of each aggregate are parked. */
    private final Map<String, Integer> aggregates = new HashMap<>();

    ParkingLot(ConsumerParts parts, String consumer) {
        this(parts.storage().views(), parts.states(), parts.clock(), consumer);
    }

    ParkingLot(Views views, StateCodec states, InstantSource clock, String consumer) {
        this.views = views;
        this.states = states;
        this.clock = clock;
        this.view = "parked:" + consumer;
        this.asked = "retry:" + consumer;
    }

    /** As it is stored, oldest first. */
    List<ParkedEvent> all() {
        return views.all(view)
                .map(row -> states.decodeState(row.state(), ParkedEvent.class))
                .toList();
    }

    /** Learns again what is stored, for whoever takes the consumer over. */
    void load() {
        aggregates.clear();
        all().forEach(parked -> count(parked.aggregateId(), 1));
    }

    boolean holdsAnyOf(String aggregateId) {
        return aggregates.containsKey(aggregateId);
    }

    long size() {
        return aggregates.values().stream().mapToLong(Integer::longValue).sum();
    }

    RowChange park(StoredEvent event, String error) {
        count(event.aggregateId(), 1);
        return put(new ParkedEvent(event.position(), event.aggregateId(), error, clock.instant()));
    }

    RowChange remove(ParkedEvent parked) {
        count(parked.aggregateId(), -1);
        return new RowChange.Remove(view, key(parked.position()));
    }

    RowChange failed(ParkedEvent parked, String error) {
        return put(new ParkedEvent(parked.position(), parked.aggregateId(), error, clock.instant()));
    }

    RowChange ask(ParkedEvent parked) {
        return new RowChange.Put(asked, ViewRow.of(key(parked.position()), states.encodeState(parked)));
    }

    boolean isAsked() {
        return !views.page(asked, "", 1).isEmpty();
    }

    /** What is parked and asked for, oldest first. */
    List<ParkedEvent> asked() {
        Set<String> keys = views.all(asked).map(ViewRow::key).collect(Collectors.toSet());
        return all().stream()
                .filter(parked -> keys.contains(key(parked.position())))
                .toList();
    }

    List<RowChange> unasked() {
        return views.all(asked)
                .<RowChange>map(row -> new RowChange.Remove(asked, row.key()))
                .toList();
    }

    private RowChange put(ParkedEvent parked) {
        return new RowChange.Put(
                view, new ViewRow(key(parked.position()), parked.aggregateId(), states.encodeState(parked)));
    }

    private void count(String aggregateId, int more) {
        aggregates.merge(aggregateId, more, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static String key(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }
}
