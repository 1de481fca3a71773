package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells what a cursor has given as soon as it is at its end. */
final class RecordedCursor implements EventCursor {

    private final EventCursor cursor;
    private final Consumer<List<StoredEvent>> atTheEnd;
    private final List<StoredEvent> found = new ArrayList<>();
    private boolean told;

    RecordedCursor(EventCursor cursor, Consumer<List<StoredEvent>> atTheEnd) {
        this.cursor = cursor;
        this.atTheEnd = atTheEnd;
    }

    @Override
    public boolean hasNext() {
        boolean more = cursor.hasNext();
        if (!more && !told) {
            told = true;
            atTheEnd.accept(found);
        }
        return more;
    }

    @Override
    public StoredEvent next() {
        StoredEvent event = cursor.next();
        found.add(event);
        return event;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
