package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Leaves out some of what another cursor gives. */
class FilteredCursor implements EventCursor {

    private final EventCursor cursor;
    private final Predicate<StoredEvent> shown;
    private @Nullable StoredEvent ahead;

    FilteredCursor(EventCursor cursor, Predicate<StoredEvent> shown) {
        this.cursor = cursor;
        this.shown = shown;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && cursor.hasNext()) {
            StoredEvent event = cursor.next();
            ahead = shown.test(event) ? event : null;
        }
        return ahead != null;
    }

    @Override
    public StoredEvent next() {
        StoredEvent event = hasNext() && ahead != null ? ahead : cursor.next();
        ahead = null;
        return event;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
