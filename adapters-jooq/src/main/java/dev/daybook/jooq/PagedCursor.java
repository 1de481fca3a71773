package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Hands out what the walks find. */
final class PagedCursor implements EventCursor {

    private final Merge merge;
    private final Faults faults;
    private @Nullable StoredEvent next;
    private boolean closed;

    PagedCursor(Merge merge, Faults faults) {
        this.merge = merge;
        this.faults = faults;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !closed) {
            try {
                next = merge.next();
            } catch (SQLException e) {
                throw faults.reading(e);
            }
            closed = next == null;
        }
        return next != null;
    }

    @Override
    public StoredEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the cursor has given its last event, or was closed");
        }
        StoredEvent taken = next;
        next = null;
        return taken;
    }

    @Override
    public void close() {
        closed = true;
        next = null;
    }
}
