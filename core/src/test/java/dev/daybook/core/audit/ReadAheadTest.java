package dev.daybook.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {

    /** More than is read before a thread begins, and than all that is read ahead. */
    private static final long MANY = 20_000;

    private final AtomicLong given = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_999, 2_000, 2_001, 2_500, MANY})
    void every_event_is_given_once_and_in_order(long events) {
        try (EventCursor ahead = new ReadAhead(cursor(events, () -> {}))) {
            assertThat(positions(ahead))
                    .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
            assertThat(ahead.hasNext()).isFalse();
            assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void only_so_much_is_read_ahead() {
        try (EventCursor ahead = new ReadAhead(cursor(MANY, () -> {}))) {
            for (int i = 0; i < 3_000; i++) {
                ahead.next();
            }
        }
        // Two batches, of which one is being given, beside the four that wait.
        assertThat(given.get()).isBetween(3_000L, 3_000L + 6 * 500);
        assertThat(closed).isTrue();
    }

    @Test
    void a_failure_comes_after_what_was_read_before_it() {
        IllegalStateException failure = new IllegalStateException("the disk is gone");
        EventCursor ahead = new ReadAhead(cursor(MANY, () -> {
            if (given.get() == 7_000) {
                throw failure;
            }
        }));
        assertThatThrownBy(() -> {
                    while (ahead.hasNext()) {
                        ahead.next();
                    }
                })
                .isSameAs(failure);
        ahead.close();
        assertThat(closed).isTrue();
    }

    @Test
    void nothing_is_read_any_more_once_it_is_closed() {
        EventCursor ahead = new ReadAhead(cursor(MANY, () -> assertThat(closed).isFalse()));
        for (int i = 0; i < 2_001; i++) {
            ahead.next();
        }
        ahead.close();
        long read = given.get();
        assertThat(ahead.hasNext()).isFalse();
        assertThat(given.get()).isEqualTo(read);
    }

    @Test
    void who_is_interrupted_while_he_waits_is_told() {
        CountDownLatch goOn = new CountDownLatch(1);
        EventCursor ahead = new ReadAhead(cursor(MANY, () -> {
            if (given.get() >= 2_000) {
                await(goOn);
            }
        }));
        for (int i = 0; i < 2_000; i++) {
            ahead.next();
        }
        Thread.currentThread().interrupt();
        assertThatThrownBy(ahead::hasNext)
                .isInstanceOfSatisfying(
                        StorageException.class,
                        interrupted -> assertThat(interrupted.fault()).isEqualTo(Fault.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        goOn.countDown();
        ahead.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> positions(EventCursor cursor) {
        List<Long> positions = new ArrayList<>();
        cursor.forEachRemaining(event -> positions.add(event.position()));
        return positions;
    }

    private EventCursor cursor(long events, Runnable before) {
        return new EventCursor() {
            @Override
            public boolean hasNext() {
                return given.get() < events;
            }

            @Override
            public StoredEvent next() {
                before.run();
                return event(given.incrementAndGet());
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    private static StoredEvent event(long position) {
        NewEvent event = NewEvent.of(
                new UUID(0, position), "order_1", EventType.of("order_placed"), Payload.json("{}"), Instant.EPOCH);
        return new StoredEvent(position, position, Instant.EPOCH, event);
    }
}
