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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds events: pages of them, and single ones. */
public final class EventReader {

    /** For how long one call may search for what no index alone leads to. It tells how far it came and how to go on. */
    private static final Duration PATIENCE = Duration.ofMillis(60);

    private static final int MOST_CAUSES = 50;
    private static final int MOST_EFFECTS = 200;
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

    /**
     * What has led to an event and what it has led to.
     *
     * @param named the position of the event, or its id
     * @return empty if there is no such event
     */
    public Optional<EventDetail> detail(String named, Sight sight) {
        Optional<StoredEvent> event = POSITION.matcher(named).matches()
                ? at(Long.parseLong(named))
                : uuid(named).flatMap(log::find);
        return event.map(found -> detail(found, sight));
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

    /** Empty also if it is a command or a request, which the log does not have; a cause stands before its effects. */
    private Optional<StoredEvent> cause(StoredEvent event) {
        return event.metadata()
                .causationId()
                .flatMap(EventReader::uuid)
                .flatMap(log::find)
                .filter(cause -> cause.position() < event.position());
    }

    /** The JDK takes shorter texts for a UUID, too, though not for the one that they show. */
    private static Optional<UUID> uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
