package dev.daybook.testkit.history;

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
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A log that notes every operation on another log. For any number of threads. Several processes of one machine note in a log each,
 * as their {@link System#nanoTime} is one clock there, and their operations are checked together.
 */
public final class RecordedLog implements EventLog {

    private final EventLog log;
    private final String who;
    private final AtomicLong count = new AtomicLong();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    private RecordedLog(EventLog log, String who) {
        this.log = log;
        this.who = who;
    }

    /**
     * Notes from now on.
     *
     * @param log the log to use
     * @param who what its operations are named by, unlike others whose operations are checked together with these
     * @return a log that answers as the given one does
     */
    public static RecordedLog of(EventLog log, String who) {
        return new RecordedLog(log, who);
    }

    /**
     * What was noted so far.
     *
     * @return the operations that have ended, in no order
     */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public AppendResult append(Append append) {
        String name = nextName();
        long start = System.nanoTime();
        try {
            AppendResult result = log.append(append);
            operations.add(new Operation.Appended(name, start, System.nanoTime(), append, result));
            return result;
        } catch (RuntimeException | Error e) {
            operations.add(new Operation.Unanswered(name, start, append));
            throw e;
        }
    }

    /** Notes the read if it is read to its end: what was left in the cursor is not known. */
    @Override
    public EventCursor read(Query query, Range range) {
        String name = nextName();
        long start = System.nanoTime();
        return new RecordedCursor(
                log.read(query, range),
                (List<StoredEvent> found) ->
                        operations.add(new Operation.Read(name, start, System.nanoTime(), query, range, found)));
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
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return log.awaitBeyond(position, atMost);
    }

    @Override
    public long head() {
        String name = nextName();
        long start = System.nanoTime();
        long position = log.head();
        operations.add(new Operation.Head(name, start, System.nanoTime(), position));
        return position;
    }

    private String nextName() {
        return who + "#" + count.incrementAndGet();
    }
}
