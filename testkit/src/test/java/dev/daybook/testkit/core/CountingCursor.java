package dev.daybook.testkit.core;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the events that go through it. */
final class CountingCursor implements EventCursor {

    private final EventCursor cursor;
    private final AtomicLong count;

    CountingCursor(EventCursor cursor, AtomicLong count) {
        this.cursor = cursor;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return cursor.hasNext();
    }

    @Override
    public StoredEvent next() {
        count.incrementAndGet();
        return cursor.next();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
