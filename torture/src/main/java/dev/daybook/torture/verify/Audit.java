package dev.daybook.torture.verify;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.torture.writer.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Goes through a log as it grows, and holds it against what writers were told: nothing lost, nothing phantom, nothing double, no
 * gap in positions and sequences, no time that steps back, every event as it was appended.
 */
public final class Audit {

    private static final int MOST_FINDINGS = 20;

    private final Predicate<UUID> attempted;
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<UUID, StoredEvent> byId = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private List<StoredEvent> strangers = new ArrayList<>();
    private Instant recorded = Instant.MIN;

    /**
     * Begins with an empty log.
     *
     * @param attempted whether anybody has tried to append an event
     */
    public Audit(Predicate<UUID> attempted) {
        this.attempted = attempted;
    }

    /**
     * Reads on to the end of the log, and looks for what was acknowledged before.
     *
     * @param log the log
     * @param acknowledged events that somebody was told to be stored, as he was told
     */
    public void goOn(EventLog log, List<StoredEvent> acknowledged) {
        List<StoredEvent> more = new ArrayList<>();
        try (EventCursor cursor = log.read(Query.all(), Range.all().after(last()))) {
            cursor.stream().forEach(more::add);
        }
        goOn(more, acknowledged);
    }

    /**
     * The same with events that were read already.
     *
     * @param more the events that come next
     * @param acknowledged events that somebody was told to be stored
     */
    public void goOn(List<StoredEvent> more, List<StoredEvent> acknowledged) {
        more.forEach(this::follow);
        acknowledged.forEach(this::find);
        // Whoever has appended what was just read may have said so in the meantime.
        strangers = new ArrayList<>(
                strangers.stream().filter(event -> !attempted.test(event.id())).toList());
    }

    /** All that was read, to look at. */
    public List<StoredEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** What is wrong already, and will not come right. */
    public List<String> lastingFindings() {
        return List.copyOf(findings);
    }

    /** What is wrong, now that all writers have ended. */
    public List<String> findings() {
        List<String> all = new ArrayList<>(findings);
        strangers.forEach(event -> all.add("phantom: nobody has tried to append " + event));
        return all;
    }

    private long last() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    private void follow(StoredEvent event) {
        require(event.position() == last() + 1, "gap: after position " + last() + " comes ", event);
        long sequence = sequences.getOrDefault(event.aggregateId(), 0L) + 1;
        require(event.sequence() == sequence, "sequence: where " + sequence + " should be, there is ", event);
        require(!event.recordedAt().isBefore(recorded), "time: recorded before its predecessor is ", event);
        require(
                event.event().equals(Content.event(event.id(), event.aggregateId())),
                "content: not as it was appended is ",
                event);
        require(byId.putIfAbsent(event.id(), event) == null, "double: there for a second time is ", event);
        sequences.put(event.aggregateId(), event.sequence());
        recorded = event.recordedAt();
        events.add(event);
        if (!attempted.test(event.id())) {
            strangers.add(event);
        }
    }

    private void find(StoredEvent told) {
        StoredEvent found = byId.get(told.id());
        require(found != null, "lost: acknowledged and not in the log is ", told);
        require(found == null || found.equals(told), "moved: the log has " + found + ", acknowledged was ", told);
    }

    private void require(boolean holds, String otherwise, StoredEvent event) {
        if (!holds && findings.size() < MOST_FINDINGS) {
            findings.add(otherwise + event);
        }
    }
}
