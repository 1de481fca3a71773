package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the positions of a log one by one and gives what matches. */
final class MemoryCursor implements EventCursor {

    private final Query query;
    private final Range range;
    private final LongFunction<StoredEvent> log;
    private final long last;
    private final int step;
    private long position;
    private long given;
    private @Nullable StoredEvent ahead;

    MemoryCursor(Query query, Range range, long head, LongFunction<StoredEvent> log) {
        this.query = query;
        this.range = range;
        this.log = log;
        this.step = range.isForwards() ? 1 : -1;
        this.position = range.isForwards() ? 1 : head;
        this.last = range.isForwards() ? head : 1;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && given < range.limit() && (last - position) * step >= 0) {
            StoredEvent event = log.apply(position);
            position += step;
            if (query.matches(event) && range.contains(event)) {
                ahead = event;
            }
        }
        return ahead != null;
    }

    @Override
    public StoredEvent next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the cursor is at its end; ask hasNext before");
        }
        StoredEvent event = ahead;
        ahead = null;
        given++;
        return event;
    }

    @Override
    public void close() {
        // Nothing is held beyond what the garbage collector takes.
    }
}
