package dev.daybook.core.overview;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.StoredEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** The statistics of a log: how many events there are of each type, of each hour and day, and by each actor. */
public final class EventCounts {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private EventCounts() {}

    /**
     * Per event type.
     *
     * @return a projection whose keys are the names of types
     */
    public static Projection<EventCount, StoredEvent> perType() {
        return new Counting(
                "daybook_per_type", event -> Optional.of(event.type().name()));
    }

    /**
     * Per hour in which events happened, UTC; the 24 of a day follow each other.
     *
     * @return a projection whose keys read {@code 2026-11-25T16}
     */
    public static Projection<EventCount, StoredEvent> perHour() {
        return new Counting("daybook_per_hour", event -> Optional.of(HOUR.format(event.timestamp())));
    }

    /**
     * Per actor; events without one are not counted.
     *
     * @return a projection whose keys are the actors
     */
    public static Projection<EventCount, StoredEvent> perActor() {
        return new Counting("daybook_per_actor", event -> event.metadata().actor());
    }

    private static final class Counting extends PlainProjection<EventCount, StoredEvent> {

        private final Function<StoredEvent, Optional<String>> counted;

        Counting(String name, Function<StoredEvent, Optional<String>> counted) {
            super(name, StoredEvent.class, EventCount.NONE);
            this.counted = counted;
        }

        @Override
        public Optional<String> key(Recorded<StoredEvent> recorded) {
            return counted.apply(recorded.stored());
        }

        @Override
        public EventCount apply(EventCount count, Recorded<StoredEvent> recorded) {
            return count.with(recorded.timestamp());
        }
    }
}
