package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.audit.Page;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds events: pages of them, and single ones. */
public final class EventReader {

    /** For how long one call may search for what no index alone leads to. It tells how far it came and how to go on. */
    private static final Duration PATIENCE = Duration.ofMillis(60);

    /** How far an id's own time can be from when the event was recorded: nearly always not at all, but clocks differ, and imports come late. */
    private static final List<Duration[]> AROUND = List.of(
            new Duration[] {Duration.ofMillis(100), Duration.ofSeconds(2)},
            new Duration[] {Duration.ofMinutes(5), Duration.ofHours(1)});

    private static final int SEARCHED = 200_000;
    private static final int NEAR = 1_000;
    private static final int MOST_CAUSES = 50;
    private static final int MOST_EFFECTS = 200;
    private static final int UUID_LENGTH = 36;

    private final EventLog log;
    private final AuditTrail trail;
    private final RecentActors actors;

    EventReader(EventLog log, AuditTrail trail) {
        this.log = log;
        this.trail = trail;
        this.actors = new RecentActors(log);
    }

    public EventPage find(AuditFilter filter, Sight sight) {
        Page page = trail.find(filter, sight::see, PATIENCE);
        return new EventPage(
                page.entries().stream().map(entry -> sight.show(entry.event())).toList(),
                page.next(),
                page.brokenOff());
    }

    public long export(AuditFilter filter, Sight sight, ExportWriter writer) {
        return trail.export(filter, sight::see, writer);
    }

    /** Entries of the journal before a position, newest first. */
    public EventPage journal(Query entries, long before, int limit, Sight sight) {
        List<ShownEvent> shown = new ArrayList<>();
        try (EventCursor events =
                log.read(entries, Range.newestFirst().upTo(before - 1).limit(limit + 1L))) {
            events.forEachRemaining(event -> shown.add(sight.show(event)));
        }
        boolean more = shown.size() > limit;
        List<ShownEvent> page = more ? shown.subList(0, limit) : shown;
        return new EventPage(
                page,
                more ? Optional.of(Long.toString(page.getLast().event().position())) : Optional.empty(),
                Optional.empty());
    }

    public long head() {
        return log.head();
    }

    public boolean isThere(long position) {
        return at(position).isPresent();
    }

    /** How many of the newest 10,000 events each actor has brought about. */
    public Map<String, Long> actors() {
        return actors.counts();
    }

    /** The event at a position. */
    Optional<StoredEvent> at(long position) {
        if (position < 1) {
            return Optional.empty();
        }
        try (EventCursor events = log.read(Query.all(), Range.at(position))) {
            return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
        }
    }

    /** What has led to an event and what it has led to; empty if there is no such event. */
    public Optional<EventDetail> detail(long position, Sight sight) {
        return at(position).map(event -> detail(event, sight));
    }

    public Optional<EventDetail> detail(UUID id, Sight sight) {
        return byId(id).map(event -> detail(event, sight));
    }

    private EventDetail detail(StoredEvent event, Sight sight) {
        List<ShownEvent> causes = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(Set.of(event.id()));
        Optional<StoredEvent> cause = cause(event);
        while (cause.isPresent()
                && causes.size() < MOST_CAUSES
                && seen.add(cause.get().id())) {
            causes.add(sight.show(cause.get()));
            cause = cause(cause.get());
        }
        List<ShownEvent> effects = new ArrayList<>();
        Query caused = Query.metadata(Metadata.none().causedBy(event.id()));
        try (EventCursor events =
                log.read(caused, Range.all().after(event.position()).limit(MOST_EFFECTS + 1))) {
            events.forEachRemaining(effect -> effects.add(sight.show(effect)));
        }
        boolean more = effects.size() > MOST_EFFECTS;
        return new EventDetail(sight.show(event), causes, more ? effects.subList(0, MOST_EFFECTS) : effects, more);
    }

    /** Empty also if it is a command or a request, which the log does not have. */
    private Optional<StoredEvent> cause(StoredEvent event) {
        return event.metadata().causationId().flatMap(EventReader::uuid).flatMap(id -> before(event, id));
    }

    /** A cause stands before its effects, and mostly right before them. */
    private Optional<StoredEvent> before(StoredEvent event, UUID id) {
        Optional<StoredEvent> near =
                among(Range.newestFirst().upTo(event.position() - 1).limit(NEAR), id);
        return near.isPresent() || id.version() != 7 ? near : around(id);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** An event by its id: looked for around the time in it if it is of version 7, else among the newest. */
    Optional<StoredEvent> byId(UUID id) {
        Optional<StoredEvent> found = id.version() == 7 ? around(id) : Optional.empty();
        return found.isPresent() ? found : among(Range.newestFirst().limit(SEARCHED), id);
    }

    private Optional<StoredEvent> around(UUID id) {
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        for (Duration[] around : AROUND) {
            TimeSpan span = TimeSpan.between(made.minus(around[0]), made.plus(around[1]));
            Optional<StoredEvent> found = among(Range.all().recorded(span).limit(SEARCHED), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<StoredEvent> among(Range range, UUID id) {
        try (EventCursor events = log.read(Query.all(), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (event.id().equals(id)) {
                    return Optional.of(event);
                }
            }
            return Optional.empty();
        }
    }
}
