package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final EventIds ids = new EventIds(clock::get);

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    private List<UUID> next(int count) {
        List<UUID> next = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            next.add(ids.next());
        }
        return next;
    }

    @Test
    void an_id_is_a_uuid_of_version_seven_that_begins_with_the_clocks_milliseconds() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(millis(id)).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_of_one_generator_increase_also_within_a_millisecond() {
        List<String> texts = next(20_000).stream().map(UUID::toString).toList();
        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_clock_that_steps_back_is_not_followed() {
        UUID before = ids.next();
        clock.set(NOW.minusSeconds(3600));
        UUID after = ids.next();
        assertThat(after.toString()).isGreaterThan(before.toString());
        assertThat(millis(after)).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void a_clock_that_goes_on_is_followed() {
        ids.next();
        clock.set(NOW.plusMillis(5));
        assertThat(millis(ids.next())).isEqualTo(NOW.toEpochMilli() + 5);
    }

    @Test
    void two_generators_at_one_moment_give_different_ids() {
        Set<UUID> all = new HashSet<>(next(1_000));
        EventIds other = new EventIds(clock::get);
        for (int n = 0; n < 1_000; n++) {
            all.add(other.next());
        }
        assertThat(all).hasSize(2_000);
    }

    @Test
    void many_threads_get_different_ids() throws InterruptedException {
        ConcurrentLinkedQueue<UUID> all = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            threads.add(Thread.ofVirtual().start(() -> all.addAll(next(1_000))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all).hasSize(8_000).doesNotHaveDuplicates();
    }
}
