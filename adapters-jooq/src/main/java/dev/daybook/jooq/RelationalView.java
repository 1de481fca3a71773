package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of your own that a consumer keeps: their rows and its checkpoint are changed in one transaction, under the consumer's fencing
 * token, so that every event counts exactly once. Give {@link #handle} as the work of one consumer of this name:
 *
 * <pre>{@code
 * try (var totals = storage.relationalView("totals", (sql, event) -> sql.execute(...));
 *         var consumer = daybook.consumer(totals.name(), Query.all(), totals::handle, ConsumerSettings.standard())) {
 *     consumer.start();
 * }
 * }</pre>
 */
public final class RelationalView implements AutoCloseable {

    /** As many as the largest batch of a consumer. */
    private static final int MOST = 10_000;

    private final String name;
    private final RelationalWork work;
    private final Runnable closing;
    private final List<StoredEvent> waiting = new ArrayList<>();

    RelationalView(String name, RelationalWork work, Runnable closing) {
        this.name = name;
        this.work = work;
        this.closing = closing;
    }

    /**
     * What its consumer has to be called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Takes an event, to be applied when the consumer moves its checkpoint past it.
     *
     * @param event the next event
     * @throws IllegalStateException if the consumer that hands it over has another name, so that it would never be applied
     */
    public synchronized void handle(StoredEvent event) {
        if (!waiting.isEmpty() && waiting.getLast().position() >= event.position()) {
            // It begins again from its checkpoint.
            waiting.clear();
        }
        if (waiting.size() >= MOST) {
            throw new IllegalStateException(MOST + " events wait to be applied to the tables of " + name
                    + ", and no consumer of that name moves its checkpoint; give handle to a consumer named " + name);
        }
        waiting.add(event);
    }

    /** What is to be applied when the checkpoint moves to a position. */
    synchronized List<StoredEvent> upTo(long checkpoint) {
        return waiting.stream().filter(event -> event.position() <= checkpoint).toList();
    }

    /** The checkpoint has moved, here or elsewhere. */
    synchronized void drop(long checkpoint) {
        waiting.removeIf(event -> event.position() <= checkpoint);
    }

    RelationalWork work() {
        return work;
    }

    /** Applies nothing any more; close its consumer before. */
    @Override
    public void close() {
        closing.run();
    }
}
