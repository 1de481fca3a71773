package dev.daybook.core.process;

import dev.daybook.ports.event.StoredEvent;

/** What a reaction goes back to: the event, and the conversation that it belongs to. */
record Cause(String eventId, String correlationId) {

    /** An event that belongs to no conversation begins one. */
    static Cause of(StoredEvent event) {
        String id = event.id().toString();
        return new Cause(id, event.metadata().correlationId().orElse(id));
    }
}
