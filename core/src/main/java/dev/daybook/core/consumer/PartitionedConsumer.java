package dev.daybook.core.consumer;

import dev.daybook.core.waiting.TimeLimit;
import dev.daybook.ports.event.Text;
import dev.daybook.ports.log.Query;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log with several consumers at a time, each of them given the events of its share of the aggregates, in the order of the
 * log: two events of one aggregate are never out of order, two of different aggregates may be. The processes that start it share the
 * partitions evenly; what one has left or died with, others take over. Each partition is an {@link EventConsumer} of its own, named
 * {@code NAME/1-of-8}, with its promises. Each reads the log from its own checkpoint, so that eight partitions read it eight times: it
 * is the handling that is shared. Safe for concurrent use.
 */
public final class PartitionedConsumer implements AutoCloseable {

    private static final int MOST = 256;

    private final List<EventConsumer> partitions;
    private final String name;
    private final ConsumerSettings settings;
    private final ConsumerParts parts;
    private @Nullable Balance balance;
    private @Nullable Thread thread;

    /**
     * A consumer that does nothing yet.
     *
     * @param name its name, by which its checkpoints are kept: any Unicode text of 1 to 200 characters
     * @param partitions into how many shares aggregates are put, 1 to 256; the same for good
     * @param query which events it is given
     * @param works what a partition does with them, by its number from 1
     * @param settings how each partition works
     * @param parts what all consumers of one log share
     * @throws IllegalArgumentException if the name is empty or not Unicode text, or the number is out of bounds
     */
    public PartitionedConsumer(
            String name,
            int partitions,
            Query query,
            IntFunction<Work> works,
            ConsumerSettings settings,
            ConsumerParts parts) {
        if (partitions < 1 || partitions > MOST) {
            throw new IllegalArgumentException(name + " has " + partitions + " partitions; give it 1 to " + MOST);
        }
        this.name = Text.checked("the name of a consumer", name);
        this.settings = settings;
        this.parts = parts;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(number -> new EventConsumer(
                        Balance.partition(name, number, partitions),
                        Feed.share(query, number, partitions),
                        works.apply(number + 1),
                        settings,
                        parts))
                .toList();
    }

    /**
     * Begins to take part, or begins again with partitions that have stopped at an event. Nothing happens if all is under way.
     *
     * @return this consumer
     * @throws IllegalStateException if it was begun with another number of partitions before
     */
    public synchronized PartitionedConsumer start() {
        if (balance != null) {
            balance.retry();
            return this;
        }
        Balance started = new Balance(name, partitions, settings.leaseValidity(), parts);
        started.checkNumber();
        balance = started;
        thread = Thread.ofVirtual().name("daybook-" + name).start(started);
        return this;
    }

    /**
     * Its partitions, whether they run here or elsewhere: to look at their health and at what they have parked.
     *
     * @return one consumer for each, neither to be started nor to be closed
     */
    public List<EventConsumer> partitions() {
        return partitions;
    }

    /**
     * Waits until every partition has handled the log up to a position, wherever it runs.
     *
     * @param position the position of an event
     * @param atMost how long to wait
     * @return true if they have, false if the time has passed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean awaitPosition(long position, Duration atMost) throws InterruptedException {
        TimeLimit limit = new TimeLimit(atMost);
        for (EventConsumer partition : partitions) {
            if (!partition.awaitPosition(position, limit.left())) {
                return false;
            }
        }
        return true;
    }

    /** Stops when the events at hand are handled, and lets other processes have the partitions. Waits for that. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
            if (balance != null) {
                balance.stop();
            }
            balance = null;
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
