package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An interrupted thread gets the result, or a fault by name with nothing written; nobody else notices. */
abstract class InterruptPromise extends Suite {

    private static final int WRITERS = 16;
    private static final int SWEEPS = 200;
    private static final long PAUSE_NANOS = 20_000;

    @Test
    void an_append_of_an_interrupted_thread_is_whole_or_refused_by_name_and_the_interrupt_stays_set() {
        NewEvent event = Samples.event("order_1");
        Crew.of(Crew.PLATFORM, 1, n -> {
                    Thread.currentThread().interrupt();
                    boolean stored = appended(event);
                    assertThat(Thread.interrupted()).as("interrupt status").isTrue();
                    assertThat(log().head()).isEqualTo(stored ? 1 : 0);
                })
                .join();
        assertThat(append(Samples.event("order_2")).getFirst().position()).isEqualTo(log().head());
    }

    private boolean appended(NewEvent event) {
        try {
            append(event);
            return true;
        } catch (StorageException e) {
            assertThat(e.fault()).isEqualTo(Fault.INTERRUPTED);
            return false;
        }
    }

    @Test
    void a_read_of_an_interrupted_thread_is_whole_or_refused_by_name_and_the_interrupt_stays_set() {
        append(Samples.events(6_000, "order_1"));
        Crew.of(Crew.PLATFORM, 1, n -> {
                    Thread.currentThread().interrupt();
                    try {
                        assertThat(all()).hasSize(6_000);
                    } catch (StorageException e) {
                        assertThat(e.fault()).isEqualTo(Fault.INTERRUPTED);
                    }
                    assertThat(Thread.interrupted()).as("interrupt status").isTrue();
                    assertThat(all()).hasSize(6_000);
                })
                .join();
    }

    @Test
    void platform_threads_interrupted_at_random_lose_nothing_and_harm_nobody() {
        interruptedAtRandom(Crew.PLATFORM);
    }

    @Test
    void virtual_threads_interrupted_at_random_lose_nothing_and_harm_nobody() {
        interruptedAtRandom(Crew.VIRTUAL);
    }

    private void interruptedAtRandom(ThreadFactory threads) {
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger started = new AtomicInteger();
        AtomicInteger sweeps = new AtomicInteger();
        Crew writers = Crew.of(threads, WRITERS, n -> {
            started.incrementAndGet();
            for (int round = 0; round < 25 || sweeps.get() < SWEEPS; round++) {
                NewEvent event = Samples.event("order_" + n % 4);
                if (appended(event)) {
                    acknowledged.add(event.id());
                }
                Thread.interrupted();
                LockSupport.parkNanos(PAUSE_NANOS); // lets the others on where threads are virtual
            }
        });
        Crew interrupters = Crew.of(Crew.PLATFORM, 1, n -> {
            while (writers.threads().stream().anyMatch(Thread::isAlive)) {
                if (started.get() == WRITERS) { // none waits for the others to begin any more
                    // more
                    writers.threads().forEach(Thread::interrupt);
                    sweeps.incrementAndGet();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
        writers.join();
        interrupters.join();
        assertThat(all()).extracting(StoredEvent::id).containsExactlyInAnyOrderElementsOf(acknowledged);
        append(Samples.event("order_1"));
        assertThat(log().head()).isEqualTo(acknowledged.size() + 1L);
    }
}
