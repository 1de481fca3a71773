package dev.daybook.core.transfer;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first place at which two logs part.
 *
 * @param position where one has an event that the other has not, or not equal
 * @param parts in what the two events differ; a log that has ended is named as such
 */
public record LogDifference(long position, List<String> parts) {

    private static final int MOST_SHOWN = 80;

    /** Takes a copy. */
    public LogDifference {
        parts = List.copyOf(parts);
    }

    /**
     * Goes through two logs side by side, in constant memory, until they part.
     *
     * @param one a log
     * @param other another
     * @param upTo the last position that counts
     * @return where they part, nothing if they are equal up to there
     * @throws dev.daybook.ports.storage.StorageException if an engine cannot do its work
     */
    public static Optional<LogDifference> first(EventLog one, EventLog other, long upTo) {
        Range range = Range.all().upTo(upTo);
        try (EventCursor left = one.read(Query.all(), range);
                EventCursor right = other.read(Query.all(), range)) {
            while (left.hasNext() || right.hasNext()) {
                Optional<LogDifference> found = between(next(left), next(right));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The difference in words.
     *
     * @return one line
     */
    public String describe() {
        return "the first position that differs is " + position + ": "
                + parts.stream().collect(Collectors.joining(", "));
    }

    static Optional<LogDifference> between(@Nullable StoredEvent one, @Nullable StoredEvent other) {
        if (Objects.equals(one, other)) {
            return Optional.empty();
        }
        if (one == null || other == null) {
            StoredEvent present = one == null ? Objects.requireNonNull(other) : one;
            return Optional.of(new LogDifference(
                    present.position(),
                    List.of((one == null ? "the first" : "the second") + " log has no event there")));
        }
        return Optional.of(new LogDifference(Math.min(one.position(), other.position()), parts(one, other)));
    }

    private static List<String> parts(StoredEvent one, StoredEvent other) {
        NewEvent a = one.event();
        NewEvent b = other.event();
        List<String> parts = new ArrayList<>();
        compare(parts, "position", one.position(), other.position());
        compare(parts, "id", a.id(), b.id());
        compare(parts, "aggregate", a.aggregateId(), b.aggregateId());
        compare(parts, "sequence", one.sequence(), other.sequence());
        compare(parts, "type", a.type(), b.type());
        compare(parts, "timestamp", a.timestamp(), b.timestamp());
        compare(parts, "recordedAt", one.recordedAt(), other.recordedAt());
        // What is in these may be nobody's business who compares two logs.
        named(parts, "payload", a.payload(), b.payload());
        named(parts, "metadata", a.metadata(), b.metadata());
        named(parts, "tags", a.tags(), b.tags());
        return parts;
    }

    private static void compare(List<String> parts, String what, Object one, Object other) {
        if (!one.equals(other)) {
            parts.add(what + " " + shown(one) + " and " + shown(other));
        }
    }

    private static void named(List<String> parts, String what, Object one, Object other) {
        if (!one.equals(other)) {
            parts.add("another " + what);
        }
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    private static @Nullable StoredEvent next(EventCursor cursor) {
        return cursor.hasNext() ? cursor.next() : null;
    }
}
