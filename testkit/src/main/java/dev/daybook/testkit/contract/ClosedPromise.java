package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A closed storage refuses by name, whatever it is asked; what it acknowledged before stands. */
abstract class ClosedPromise extends Suite {

    @Test
    void a_closed_storage_refuses_every_call_by_name() {
        Stretch stretch = new Stretch(append(Samples.event("order_1")));
        Snapshot snapshot = new Snapshot("order_1", 1, "f1", clock.instant(), clock.instant(), Samples.PAYLOAD);
        storage.close();
        Refusals.closed(() -> log().append(Append.of(Samples.event("order_1"))));
        Refusals.closed(() -> storage.continuation().take(stretch));
        Refusals.closed(() -> log().head());
        Refusals.closed(() -> log().find(Samples.id()));
        Refusals.closed(() -> log().aggregates("", 10));
        Refusals.closed(this::all);
        Refusals.closed(() -> storage.snapshots().save(snapshot));
        Refusals.closed(() -> storage.snapshots().newest("order_1", "f1"));
        Refusals.closed(() -> storage.snapshots().totals());
    }

    @Test
    void a_repetition_is_refused_too_once_the_storage_is_closed() {
        StoredEvent stored = append(Samples.event("order_1")).getFirst();
        storage.close();
        Refusals.closed(() -> log().append(Append.of(stored.event())));
    }

    @Test
    void a_storage_can_be_closed_twice() {
        storage.close();
        storage.close();
        Refusals.closed(() -> log().head());
    }

    @Test
    void a_cursor_open_at_the_close_never_pretends_to_be_at_its_end() {
        append(Samples.events(9_000, "order_1"));
        long seen = 0;
        boolean refused = false;
        try (EventCursor cursor = log().read(Query.all(), Range.all())) {
            cursor.next();
            seen++;
            storage.close();
            while (cursor.hasNext()) {
                cursor.next();
                seen++;
            }
        } catch (StorageException e) {
            refused = e.fault() == Fault.CLOSED;
        }
        assertThat(refused || seen == 9_000)
                .as("refused as closed, or all 9000 events given; seen %s", seen)
                .isTrue();
    }

    @Test
    void what_was_acknowledged_before_a_close_in_full_traffic_stands() {
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch traffic = new CountDownLatch(100);
        Crew writers = Crew.of(Crew.PLATFORM, 16, n -> {
            try {
                while (true) {
                    acknowledged.add(
                            append(Samples.event("order_" + n)).getFirst().id());
                    traffic.countDown();
                }
            } catch (StorageException e) {
                assertThat(e.fault()).isEqualTo(Fault.CLOSED);
            }
        });
        Waiting.until(traffic);
        storage.close();
        writers.join();
        reopen();
        if (fixture().isPersistent()) {
            assertThat(all()).extracting(StoredEvent::id).containsExactlyInAnyOrderElementsOf(acknowledged);
        } else {
            assertThat(log().head()).isZero();
        }
    }
}
