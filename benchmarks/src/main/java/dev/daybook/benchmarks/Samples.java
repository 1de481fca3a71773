package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that are appended. */
final class Samples {

    static final JacksonCodec CODEC = JacksonCodec.builder()
            .events(BookEvent.class)
            .states(Book.Totals.class)
            .build();

    static final EventType TYPE = CODEC.typeOf(BookEvent.TradeBooked.class);

    private static final EventIds IDS = new EventIds();

    private Samples() {}

    static byte[] payload() {
        return CODEC.encode(Book.trade(1)).bytes();
    }

    static NewEvent event(String aggregate, Payload payload) {
        return NewEvent.of(IDS.next(), aggregate, TYPE, payload, Instant.now());
    }

    static List<NewEvent> events(String aggregate, long first, int count) {
        List<NewEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(aggregate, CODEC.encode(Book.trade(first + i))));
        }
        return events;
    }

    /** Appends the same payload again and again, one event a call. */
    static void append(Storage storage, String aggregate, int events, byte[] payload) {
        Payload content = Payload.json(payload);
        for (int i = 0; i < events; i++) {
            stored(storage.log().append(Append.of(event(aggregate, content))));
        }
    }

    static void stored(AppendResult result) {
        if (!(result instanceof AppendResult.Stored)) {
            throw new IllegalStateException("the benchmark's own append was not stored: " + result);
        }
    }
}
