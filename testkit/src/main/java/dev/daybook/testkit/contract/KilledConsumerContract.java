package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A consumer and a projection whose process is killed, or stopped and woken when another has taken over: nothing is lost, nothing counts
 * twice.
 */
abstract class KilledConsumerContract extends Suite {

    private static final int KILLS = Integer.getInteger("daybook.consumer.kills", 3);
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());
    private static final int MOST_APPENDS = 60;

    @Test
    void what_a_killed_process_has_counted_is_counted_once() throws Exception {
        if (!fixture().isPersistent()) {
            count();
            return;
        }
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            whileOthersMayOpen(() -> {
                try (ChildJvm child = ChildJvm.start("follow", fixture().url(folder))) {
                    child.lines(1 + random.nextInt(MOST_APPENDS));
                    child.kill();
                }
            });
        }
        count();
    }

    @Test
    void a_process_that_wakes_after_another_has_taken_over_changes_nothing() throws Exception {
        if (!fixture().isPersistent() || fixture().isExclusive()) {
            count();
            return;
        }
        try (ChildJvm paused = ChildJvm.start("follow", fixture().url(folder))) {
            paused.lines(20);
            paused.stopBetweenAppends(n -> append(Followed.event(n)));
            try (ChildJvm other = ChildJvm.start("follow", fixture().url(folder))) {
                for (String consumer : Followed.CONSUMERS) {
                    long before = checkpoint(consumer);
                    Waiting.until(
                            "another process has taken over " + consumer,
                            () -> checkpoint(consumer) > before + MOST_APPENDS);
                }
                paused.signal("CONT");
                paused.lines(20);
                other.lines(20);
            }
        }
        count();
    }

    private long checkpoint(String consumer) {
        return storage.consumers().find(consumer).orElseThrow().checkpoint();
    }

    private void count() throws InterruptedException {
        append(Followed.event(0));
        Map<String, Long> expected = read(Query.all(), Range.all()).stream()
                .collect(Collectors.groupingBy(StoredEvent::aggregateId, Collectors.counting()));
        try (Followed followed = Followed.start(storage)) {
            awaitHead(followed.tally());
            awaitHead(followed.holdings().consumer());
            assertThat(followed.holdings().verify())
                    .as("-Ddaybook.seed=" + SEED)
                    .isEmpty();
            assertThat(followed.holdings().view().page("", 1)).isNotEmpty();
        }
        assertThat(Tally.stored(storage)).as("-Ddaybook.seed=" + SEED).isEqualTo(expected);
    }

    private void awaitHead(EventConsumer consumer) throws InterruptedException {
        assertThat(consumer.awaitPosition(log().head(), Duration.ofMinutes(2)))
                .as(() -> consumer.health().toString())
                .isTrue();
    }
}
