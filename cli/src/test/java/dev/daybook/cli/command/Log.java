package dev.daybook.cli.command;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A log in a file, written to between two commands. */
record Log(String url) {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final EventIds IDS = new EventIds();

    static Log in(Path folder) {
        return new Log("sqlite:" + folder.resolve("log.db"));
    }

    static NewEvent event(String aggregateId, String type, String json) {
        return event(aggregateId, type, json, NOON, Metadata.none());
    }

    static NewEvent event(
            String aggregateId, String type, String json, Instant timestamp, Metadata metadata, Tag... tags) {
        return new NewEvent(
                IDS.next(), aggregateId, EventType.of(type), Payload.json(json), timestamp, metadata, Set.of(tags));
    }

    void append(NewEvent... events) {
        try (Storage storage = Storage.open(url)) {
            storage.log().append(Append.of(events));
        }
    }

    /** Three orders, each placed, changed and filled, a minute between two events; one event causes the next of its order. */
    Log withOrders() {
        List<NewEvent> events = new ArrayList<>();
        String[] types = {"order_placed", "order_changed", "order_filled"};
        for (int n = 0; n < 9; n++) {
            Metadata by = Metadata.by(n % 2 == 0 ? "alice" : "bob")
                    .withCorrelationId("work_" + n % 3)
                    .with("desk", "d" + n % 3);
            events.add(event(
                    "order_" + n % 3,
                    types[n / 3],
                    "{\"quantity\":" + (n + 1) + ",\"step\":\"" + types[n / 3] + "\"}",
                    NOON.plusSeconds(60L * n),
                    n < 3 ? by : by.causedBy(events.get(n - 3).id()),
                    Tag.of("order", "o" + n % 3)));
        }
        append(events.toArray(NewEvent[]::new));
        return this;
    }

    Run run(String command, String... arguments) {
        return Run.run(with(command, arguments));
    }

    String[] with(String command, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = command;
        all[1] = url;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return all;
    }
}
