package dev.daybook.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Threads that write and read without a pause; none may ever fail. */
public final class Traffic {

    private final Storage storage;
    private final Queue<StoredEvent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Semaphore stored = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;

    private Traffic(Storage storage) {
        this.storage = storage;
    }

    /**
     * Starts it.
     *
     * @param storage what is written to, and read by one more thread
     * @param writers how many threads write, each to an aggregate of its own
     * @return the traffic, to be ended
     */
    public static Traffic on(Storage storage, int writers) {
        Traffic traffic = new Traffic(storage);
        for (int i = 1; i <= writers; i++) {
            String aggregateId = "traffic_" + i;
            traffic.start(() -> traffic.write(aggregateId));
        }
        traffic.start(() -> {
            long head = storage.log().head();
            assertThat(storage.log().head()).isGreaterThanOrEqualTo(head);
        });
        return traffic;
    }

    /**
     * Waits for so many more appends, for 30 seconds at most.
     *
     * @param more how many
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void awaitStored(int more) throws InterruptedException {
        stored.drainPermits();
        assertThat(stored.tryAcquire(more, 30, TimeUnit.SECONDS))
                .as("%s, stored in 30 s", failures)
                .isTrue();
    }

    /**
     * Ends it.
     *
     * @return everything that was acknowledged
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public List<StoredEvent> end() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        return List.copyOf(acknowledged);
    }

    private void start(Runnable step) {
        threads.add(Thread.ofVirtual().start(() -> {
            while (!ending) {
                try {
                    step.run();
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                    return;
                }
            }
        }));
    }

    private void write(String aggregateId) {
        AppendResult result = storage.log().append(Events.append(aggregateId));
        assertThat(result).isInstanceOf(AppendResult.Stored.class);
        acknowledged.addAll(((AppendResult.Stored) result).events());
        stored.release();
    }
}
