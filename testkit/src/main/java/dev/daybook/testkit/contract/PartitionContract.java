package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.consumer.ConsumerHealth.Status;
import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.PartitionedConsumer;
import dev.daybook.core.consumer.Work;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.testkit.codec.ObjectCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers that share the aggregates among them, in one process and in several. */
abstract class PartitionContract extends Suite {

    private static final int PARTITIONS = 4;
    private static final int AGGREGATES = 40;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withBatch(50)
            .withAttempts(2, SHORT, SHORT)
            .withLeaseValidity(Duration.ofMillis(400));

    private final Map<String, Queue<StoredEvent>> handled = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> partitionsOf = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    @AfterEach
    void stop_the_consumers() throws Exception {
        for (AutoCloseable consumer : open) {
            consumer.close();
        }
    }

    /** Each as in a process of its own. */
    private PartitionedConsumer process(int partitions) {
        return process(partitions, this::noting);
    }

    private PartitionedConsumer process(int partitions, IntFunction<Work> works) {
        Leases leases = new Leases(storage.consumers());
        open.addFirst(leases);
        PartitionedConsumer consumer = new PartitionedConsumer(
                "mailer",
                partitions,
                Query.all(),
                works,
                SETTINGS,
                new ConsumerParts(storage, ObjectCodec.of(), leases, clock));
        open.addFirst(consumer);
        return consumer;
    }

    private Work noting(int partition) {
        return event -> {
            handled.computeIfAbsent(event.aggregateId(), id -> new ConcurrentLinkedQueue<>())
                    .add(event);
            partitionsOf
                    .computeIfAbsent(event.aggregateId(), id -> ConcurrentHashMap.newKeySet())
                    .add(partition);
        };
    }

    /** Two events of each aggregate. */
    private long append() {
        List<NewEvent> events = new ArrayList<>();
        IntStream.range(0, 2 * AGGREGATES).forEach(n -> events.add(Samples.event("order_" + n % AGGREGATES)));
        append(events);
        return storage.log().head();
    }

    private void assertEachOnceAndInOrder(long head) {
        assertThat(handled.values().stream().mapToInt(Queue::size).sum()).isEqualTo((int) head);
        handled.values()
                .forEach(events -> assertThat(events)
                        .extracting(StoredEvent::sequence)
                        .doesNotHaveDuplicates()
                        .isSorted());
    }

    private static long running(PartitionedConsumer process) {
        return process.partitions().stream()
                .map(EventConsumer::health)
                .filter(health -> health.status() == Status.RUNNING)
                .count();
    }

    private static void awaitRunning(PartitionedConsumer process, int count) {
        Waiting.until(count + " partitions run", () -> running(process) == count);
    }

    @Test
    void each_event_is_handled_once_and_in_the_order_of_its_aggregate() throws InterruptedException {
        PartitionedConsumer process = process(PARTITIONS).start();
        append();
        long head = append();
        assertThat(process.awaitPosition(head, LONG)).isTrue();
        assertEachOnceAndInOrder(head);
        assertThat(partitionsOf.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        Set<Integer> used = partitionsOf.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void two_processes_share_the_partitions_and_each_takes_over_what_the_other_leaves() throws InterruptedException {
        PartitionedConsumer one = process(PARTITIONS).start();
        awaitRunning(one, PARTITIONS);
        append();
        PartitionedConsumer other = process(PARTITIONS).start();
        awaitRunning(other, PARTITIONS / 2);
        awaitRunning(one, PARTITIONS / 2);
        long head = append();
        assertThat(one.awaitPosition(head, LONG)).isTrue();
        one.close();
        awaitRunning(other, PARTITIONS);
        head = append();
        assertThat(other.awaitPosition(head, LONG)).isTrue();
        assertEachOnceAndInOrder(head);
        assertThat(partitionsOf.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        assertThat(one.partitions().getFirst().health().isHealthy()).isFalse();
    }

    @Test
    void what_a_dead_process_had_is_taken_over() throws InterruptedException {
        for (String lease : List.of("mailer/seat-1", "mailer/1-of-4", "mailer/3-of-4")) {
            assertThat(storage.consumers().claim(lease, "dead", Optional.empty()))
                    .isPresent();
        }
        long head = append();
        PartitionedConsumer process = process(PARTITIONS).start();
        assertThat(process.awaitPosition(head, LONG)).isTrue();
        awaitRunning(process, PARTITIONS);
        assertEachOnceAndInOrder(head);
    }

    @Test
    void a_partition_that_gives_up_is_told_and_the_others_go_on() throws InterruptedException {
        Set<String> poison = ConcurrentHashMap.newKeySet();
        poison.add("order_7");
        PartitionedConsumer process = process(PARTITIONS, number -> event -> {
            if (poison.contains(event.aggregateId())) {
                throw new IllegalArgumentException("poison");
            }
            noting(number).handle(event);
        });
        long head = append();
        process.start();
        Waiting.until("one has stopped and the others have handled all", () -> {
            List<ConsumerHealth> health =
                    process.partitions().stream().map(EventConsumer::health).toList();
            return health.stream().filter(h -> h.status() == Status.STOPPED).count() == 1
                    && health.stream().filter(h -> h.checkpoint() == head).count() == PARTITIONS - 1;
        });
        poison.clear();
        process.start();
        assertThat(process.awaitPosition(head, LONG)).isTrue();
        assertEachOnceAndInOrder(head);
    }

    @Test
    void another_number_of_partitions_is_refused() throws InterruptedException {
        PartitionedConsumer four = process(PARTITIONS).start();
        assertThat(four.awaitPosition(append(), LONG)).isTrue();
        PartitionedConsumer five = process(PARTITIONS + 1);
        assertThatThrownBy(five::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("with 4 partitions")
                .hasMessageContaining("5");
        assertThatThrownBy(() -> process(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 256");
    }
}
