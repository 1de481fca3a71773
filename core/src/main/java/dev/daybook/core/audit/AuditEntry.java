package dev.daybook.core.audit;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * One event as an audit trail shows it.
 *
 * @param event the event as the log has it
 * @param decoded the same as objects of today's classes: several or none if it was brought up to date that way, none also if its
 *     type is unknown or its content cannot be read
 * @param description what happened, in words
 */
public record AuditEntry(StoredEvent event, List<Object> decoded, String description) {

    /** Takes a copy. */
    public AuditEntry {
        decoded = List.copyOf(decoded);
    }
}
