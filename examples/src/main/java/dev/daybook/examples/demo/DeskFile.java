package dev.daybook.examples.demo;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.util.HashMap;
import java.util.Map;

/** What of the demo a file holds already. */
record DeskFile(Map<String, Long> done) {

    /**
     * Looks at every event.
     *
     * @throws Problem if one is not the demo's
     */
    static DeskFile of(Storage storage) {
        Map<String, Long> done = new HashMap<>();
        try (EventCursor events = storage.log().read(Query.all(), Range.all())) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (!event.metadata().correlationId().orElse("").startsWith(DeskPlan.CORRELATION)) {
                    throw new Problem(
                            ("%s is a log of something else: %s of %s at position %d is not the demo's; name a new"
                                            + " file, so that nothing made up comes into that log")
                                    .formatted(
                                            storage.description().location(),
                                            event.type(),
                                            event.aggregateId(),
                                            event.position()));
                }
                done.merge(event.metadata().actor().orElse(""), 1L, Long::sum);
            }
        }
        return new DeskFile(done);
    }

    long events() {
        return done.values().stream().mapToLong(Long::longValue).sum();
    }
}
