package dev.daybook.core.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of an audit trail, and how to go on.
 *
 * @param entries the entries, in the order asked for
 * @param cursor what {@link AuditFilter#page} takes for the entries after these; null if there were none
 */
public record Page(List<AuditEntry> entries, @Nullable String cursor) {

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
}
