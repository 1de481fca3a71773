package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds single events. */
final class Lookup {

    /** By how much the clock that drew an id and the one of the log may differ before the whole log is read. */
    private static final Duration NEAR = Duration.ofMinutes(10);

    private static final int TIME_ORDERED = 7;
    private static final int TIME_BITS_FROM = 16;
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,17}");

    private final OpenLog log;

    Lookup(OpenLog log) {
        this.log = log;
    }

    /** By position or id. */
    StoredEvent find(String named) {
        if (POSITION.matcher(named).matches()) {
            return at(Long.parseLong(named))
                    .orElseThrow(() -> new Problem("there is no event at position %s of %s; its last one is at %d"
                            .formatted(named, log.name(), log.log().head())));
        }
        return byId(id(named))
                .orElseThrow(
                        () -> new Problem("there is no event of the id %s in %s; give an id or a position of this log"
                                .formatted(named, log.name())));
    }

    private Optional<StoredEvent> at(long position) {
        try (EventCursor events = log.log().read(Query.all(), Range.at(position))) {
            return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
        }
    }

    /** The log has no index to look an id up by for a reader: a time-ordered id says when, others need the whole log. */
    private Optional<StoredEvent> byId(UUID id) {
        if (id.version() == TIME_ORDERED) {
            Instant drawn = Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_BITS_FROM);
            Optional<StoredEvent> near =
                    search(id, Range.all().recorded(TimeSpan.between(drawn.minus(NEAR), drawn.plus(NEAR))));
            if (near.isPresent()) {
                return near;
            }
        }
        return search(id, Range.all());
    }

    private Optional<StoredEvent> search(UUID id, Range range) {
        try (EventCursor events = log.log().read(Query.all(), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (event.id().equals(id)) {
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }

    private static UUID id(String named) {
        return asId(named)
                .orElseThrow(() -> new Problem(
                        "'%s' is neither a position, such as 42, nor an event's id, such as".formatted(named)
                                + " 018f0000-0000-7000-8000-000000000001"));
    }

    private static Optional<UUID> asId(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
