package dev.daybook.console.reading;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A log that counts the events that are read from it, and that another one can take the place of. */
final class ReadLog implements EventLog {

    private EventLog log;
    private long read;

    ReadLog(EventLog log) {
        this.log = log;
    }

    void replaceBy(EventLog other) {
        log = other;
    }

    /** How many events were read since this was last asked. */
    long read() {
        long since = read;
        read = 0;
        return since;
    }

    @Override
    public AppendResult append(Append append) {
        return log.append(append);
    }

    @Override
    public EventCursor read(Query query, Range range) {
        EventCursor events = log.read(query, range);
        return new EventCursor() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public StoredEvent next() {
                read++;
                return events.next();
            }

            @Override
            public void close() {
                events.close();
            }
        };
    }

    @Override
    public Optional<StoredEvent> find(UUID id) {
        return log.find(id);
    }

    @Override
    public List<String> aggregates(String afterId, int limit) {
        return log.aggregates(afterId, limit);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return log.awaitBeyond(position, atMost);
    }
}
