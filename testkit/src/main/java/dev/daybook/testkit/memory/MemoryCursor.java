package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the events of a log one by one and gives what matches. */
final class MemoryCursor implements EventCursor {

    private final Query query;
    private final Range range;
    private final IntFunction<StoredEvent> log;
    private final int last;
    private final int step;
    private int index;
    private long given;
    private @Nullable StoredEvent ahead;

    MemoryCursor(Query query, Range range, int size, IntFunction<StoredEvent> log) {
        this.query = query;
        this.range = range;
        this.log = log;
        this.step = range.isForwards() ? 1 : -1;
        this.index = range.isForwards() ? 0 : size - 1;
        this.last = range.isForwards() ? size - 1 : 0;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && given < range.limit() && (last - index) * step >= 0) {
            StoredEvent event = log.apply(index);
            index += step;
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
