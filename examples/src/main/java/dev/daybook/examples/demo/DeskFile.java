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
     * Looks at every event. A log that begins with an event of the demo is the demo's; what else is in it came while it was served.
     *
     * @throws Problem if the log is another
     */
    static DeskFile of(Storage storage) {
        Map<String, Long> done = new HashMap<>();
        try (EventCursor events = storage.log().read(Query.all(), Range.all())) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (isOfTheWeek(event)) {
                    done.merge(event.metadata().actor().orElse(""), 1L, Long::sum);
                } else if (event.position() == 1) {
                    throw new Problem(
                            ("%s is a log of something else: %s of %s at position %d is not the demo's; name a new"
                                            + " file, so that nothing made up comes into that log")
                                    .formatted(
                                            storage.description().location(),
                                            event.type(),
                                            event.aggregateId(),
                                            event.position()));
                }
            }
        }
        return new DeskFile(done);
    }

    private static boolean isOfTheWeek(StoredEvent event) {
        return event.metadata().correlationId().orElse("").startsWith(DeskPlan.CORRELATION);
    }

    long events() {
        return done.values().stream().mapToLong(Long::longValue).sum();
    }
}
