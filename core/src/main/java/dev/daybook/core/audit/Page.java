package dev.daybook.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of an audit trail, and how to go on.
 *
 * @param entries the entries, in the order asked for
 * @param cursor what {@link AuditFilter#page} takes for the entries after these; null if there were none
 * @param reached how far the log was searched; null unless patience came to its end before the page was full
 */
public record Page(
        List<AuditEntry> entries,
        @Nullable String cursor,
        @Nullable Reached reached) {

    /**
     * How far a search has come.
     *
     * @param position the last position that was looked at
     * @param timestamp when the event there happened
     */
    public record Reached(long position, Instant timestamp) {}

    /** A page that was searched for to its end. */
    Page(List<AuditEntry> entries, @Nullable String cursor) {
        this(entries, cursor, null);
    }

    /** Takes a copy. */
    public Page {
        entries = List.copyOf(entries);
    }

    /**
     * How to go on.
     *
     * @return what {@link AuditFilter#page} takes; empty if this is the end, as it was when the page was made
     */
    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }

    /**
     * How far the log was searched before patience came to its end.
     *
     * @return empty if the page is full, or is the last one
     */
    public Optional<Reached> brokenOff() {
        return Optional.ofNullable(reached);
    }
}
