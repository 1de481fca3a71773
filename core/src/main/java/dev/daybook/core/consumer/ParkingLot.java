package dev.daybook.core.consumer;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events that a consumer has parked, as rows that are kept with its checkpoint. */
final class ParkingLot {

    private final Views views;
    private final StateCodec states;
    private final InstantSource clock;
    private final String view;

    /** How many events of each aggregate are parked. */
    private final Map<String, Integer> aggregates = new HashMap<>();

    ParkingLot(ConsumerParts parts, String consumer) {
        this.views = parts.storage().views();
        this.states = parts.states();
        this.clock = parts.clock();
        this.view = "parked:" + consumer;
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
        Payload state =
                states.encodeState(new ParkedEvent(event.position(), event.aggregateId(), error, clock.instant()));
        return new RowChange.Put(view, new ViewRow(key(event.position()), event.aggregateId(), state));
    }

    RowChange remove(ParkedEvent parked) {
        count(parked.aggregateId(), -1);
        return new RowChange.Remove(view, key(parked.position()));
    }

    private void count(String aggregateId, int more) {
        aggregates.merge(aggregateId, more, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static String key(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }
}
