package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.consumer.ConsumerHealth.Status;
import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.ConsumerSettings.WhenFailing;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.ParkedEvent;
import dev.daybook.core.consumer.Work;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.testkit.codec.ObjectCodec;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers that follow the log. */
abstract class FollowingContract extends Suite {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final ConsumerSettings SETTINGS =
            ConsumerSettings.standard().withBatch(100).withAttempts(3, SHORT, SHORT);

    private final Queue<Long> handled = new ConcurrentLinkedQueue<>();
    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();
    private final ObjectCodec states = ObjectCodec.of();

    @AfterEach
    void stop_the_consumers() throws Exception {
        for (AutoCloseable consumer : open) {
            consumer.close();
        }
    }

    private EventConsumer start(ConsumerSettings settings, Work work) {
        return start(Query.all(), settings, work);
    }

    private EventConsumer start(Query query, ConsumerSettings settings, Work work) {
        Leases leases = new Leases(storage.consumers());
        EventConsumer consumer =
                new EventConsumer("mailer", query, work, settings, new ConsumerParts(storage, states, leases, clock));
        open.add(consumer);
        open.add(leases);
        return consumer.start();
    }

    private void note(StoredEvent event) {
        handled.add(event.position());
    }

    private void append(int count) {
        append(Samples.events(count, "order_1"));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, condition);
    }

    private void awaitPosition(EventConsumer consumer, long position) throws InterruptedException {
        assertThat(consumer.awaitPosition(position, LONG))
                .as(() -> consumer.health().toString())
                .isTrue();
    }

    /** What is kept is seen by others a moment before the consumer tells it. */
    private static void awaitHandled(EventConsumer consumer, long count) {
        await(count + " are handled", () -> consumer.health().handled() >= count);
        assertThat(consumer.health().handled()).isEqualTo(count);
    }

    @Test
    void what_is_there_and_what_comes_is_handled_once_and_in_order() throws InterruptedException {
        append(1_050);
        EventConsumer consumer = start(SETTINGS, this::note);
        Crew.of(Crew.VIRTUAL, 4, n -> {
                    for (int i = 0; i < 50; i++) {
                        append(Samples.event("order_" + n));
                    }
                })
                .join();
        awaitPosition(consumer, 1_250);
        assertThat(handled).containsExactlyElementsOf(upTo(1_250));
        awaitHandled(consumer, 1_250);
        assertThat(consumer.health().isHealthy()).isTrue();
        assertThat(consumer.health().lag()).isZero();
    }

    private long stored() {
        return storage.consumers().find("mailer").map(ConsumerState::checkpoint).orElse(0L);
    }

    @Test
    void what_is_handled_is_stored_soon_although_nobody_waits_for_it() {
        start(SETTINGS, this::note);
        append(3);
        await("the checkpoint is stored", () -> stored() == 3);
        append(1);
        await("the checkpoint is stored again", () -> stored() == 4);
        assertThat(handled).containsExactlyElementsOf(upTo(4));
    }

    @Test
    void what_is_handled_is_stored_when_a_consumer_is_closed() {
        for (long event = 1; event <= 20; event++) {
            long last = event;
            EventConsumer consumer = start(SETTINGS, this::note);
            append(1);
            await("it is handled", () -> handled.contains(last));
            consumer.close();
            assertThat(stored()).isEqualTo(last);
        }
        assertThat(handled).containsExactlyElementsOf(upTo(20));
    }

    @Test
    void a_batch_that_is_handled_is_stored_at_once() {
        append(10);
        List<Long> seen = new CopyOnWriteArrayList<>();
        EventConsumer consumer = start(SETTINGS.withBatch(1), event -> seen.add(stored()));
        await("all are handled", () -> seen.size() == 10);
        consumer.close();
        assertThat(seen)
                .containsExactlyElementsOf(
                        upTo(10).stream().map(position -> position - 1).toList());
    }

    @Test
    void a_consumer_is_given_what_it_has_asked_for_and_passes_over_the_rest() throws InterruptedException {
        append(1_500);
        append(Samples.event("order_2", "order_filled"));
        append(1_500);
        EventConsumer consumer = start(Query.types("order_filled"), SETTINGS, this::note);
        awaitPosition(consumer, 3_001);
        assertThat(handled).containsExactly(1_501L);
        assertThat(stored()).isGreaterThan(1_501);
    }

    @Test
    void it_goes_on_where_it_was_stopped() throws InterruptedException {
        append(250);
        EventConsumer consumer = start(SETTINGS, this::note);
        awaitPosition(consumer, 250);
        consumer.close();
        assertThat(consumer.health().status()).isEqualTo(Status.STOPPED);
        assertThat(consumer.health().isHealthy()).isFalse();
        append(250);
        consumer.start();
        awaitPosition(consumer, 500);
        EventConsumer other = start(SETTINGS, this::note);
        consumer.close();
        append(10);
        awaitPosition(other, 510);
        assertThat(handled).containsExactlyElementsOf(upTo(510));
    }

    @Test
    void of_several_that_are_started_one_works_and_another_takes_over() throws InterruptedException {
        ConsumerSettings quick = SETTINGS.withLeaseValidity(Duration.ofMillis(400));
        EventConsumer first = start(quick, this::note);
        await("the first runs", () -> first.health().status() == Status.RUNNING);
        EventConsumer second = start(quick, this::note);
        await("the second waits", () -> second.health().diagnosis().contains("another process has the lease"));
        append(300);
        awaitPosition(second, 300);
        assertThat(second.health().handled()).isZero();
        assertThat(second.health().isHealthy()).isTrue();
        first.close();
        append(300);
        awaitPosition(second, 600);
        awaitHandled(second, 300);
        assertThat(handled).containsExactlyElementsOf(upTo(600));
    }

    @Test
    void a_lease_that_nobody_uses_is_taken_and_its_former_owner_keeps_nothing() throws InterruptedException {
        Lease dead = storage.consumers()
                .claim(
                        "mailer",
                        "of a process that was stopped",
                        storage.consumers().find("mailer"))
                .orElseThrow();
        append(10);
        EventConsumer consumer = start(SETTINGS.withLeaseValidity(Duration.ofMillis(200)), this::note);
        awaitPosition(consumer, 10);
        assertThat(storage.consumers().commit(dead, dev.daybook.ports.consumer.Progress.to(11)))
                .isFalse();
        assertThat(handled).containsExactlyElementsOf(upTo(10));
    }

    @Test
    void who_has_lost_the_lease_while_it_worked_begins_again_from_what_is_kept() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        append(10);
        EventConsumer consumer = start(SETTINGS.withLeaseValidity(Duration.ofSeconds(1)), event -> {
            note(event);
            if (event.position() == 5) {
                inside.countDown();
                assertThat(goOn.await(2, TimeUnit.MINUTES)).isTrue();
            }
        });
        assertThat(inside.await(2, TimeUnit.MINUTES)).isTrue();
        steal();
        goOn.countDown();
        awaitPosition(consumer, 10);
        assertThat(handled).endsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L).hasSizeGreaterThan(10);
    }

    private void steal() {
        while (storage.consumers()
                .claim("mailer", "a thief", storage.consumers().find("mailer"))
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void an_event_that_fails_is_tried_again() throws InterruptedException {
        append(10);
        Set<Long> failed = ConcurrentHashMap.newKeySet();
        EventConsumer consumer = start(SETTINGS, event -> {
            if (event.position() % 4 == 0 && failed.add(event.position())) {
                throw new IllegalStateException("the mail server is away");
            }
            note(event);
        });
        awaitPosition(consumer, 10);
        assertThat(handled).containsExactlyElementsOf(upTo(10));
        await("it is well again", () -> consumer.health().lastError().isEmpty());
    }

    @Test
    void a_consumer_that_has_given_up_says_so_and_is_never_healthy() throws InterruptedException {
        append(10);
        Set<Long> poison = ConcurrentHashMap.newKeySet();
        poison.add(4L);
        EventConsumer consumer = start(SETTINGS, poisonedBy(poison));
        await("it stops", () -> consumer.health().status() == Status.STOPPED);
        ConsumerHealth health = consumer.health();
        assertThat(health.isHealthy()).isFalse();
        assertThat(health.checkpoint()).isEqualTo(3);
        assertThat(health.lag()).isEqualTo(7);
        assertThat(health.diagnosis()).contains("position 4", "3 attempts", "start it again");
        assertThat(health.lastError().orElseThrow()).contains("poison");
        poison.clear();
        consumer.start();
        awaitPosition(consumer, 10);
        assertThat(handled).containsExactlyElementsOf(upTo(10));
    }

    private Work poisonedBy(Set<Long> poison) {
        return event -> {
            if (poison.contains(event.position())) {
                throw new IllegalArgumentException("poison");
            }
            note(event);
        };
    }

    @Test
    void a_poisonous_event_is_parked_until_somebody_has_it_tried_again() throws InterruptedException {
        append(10);
        Set<Long> poison = ConcurrentHashMap.newKeySet();
        poison.addAll(List.of(4L, 6L));
        EventConsumer consumer = start(SETTINGS.whenFailing(WhenFailing.PARK_EVENT), poisonedBy(poison));
        awaitPosition(consumer, 10);
        assertThat(handled).containsExactly(1L, 2L, 3L, 5L, 7L, 8L, 9L, 10L);
        assertThat(consumer.parked()).extracting(ParkedEvent::position).containsExactly(4L, 6L);
        assertThat(consumer.parked().getFirst().error()).contains("poison");
        assertThat(consumer.health().parked()).isEqualTo(2);
        assertThatThrownBy(() -> consumer.retryParked(parked -> true)).hasMessageContaining("poison");
        assertThat(consumer.parked()).hasSize(2);
        poison.clear();
        assertThat(consumer.retryParked(parked -> parked.position() == 4)).isEqualTo(1);
        assertThat(consumer.discardParked(parked -> true)).isEqualTo(1);
        assertThat(consumer.parked()).isEmpty();
        assertThat(handled).endsWith(4L).doesNotContain(6L);
        assertThat(consumer.health().parked()).isZero();
    }

    @Test
    void what_follows_a_parked_event_of_its_aggregate_waits_behind_it() throws InterruptedException {
        append(Samples.event("a"), Samples.event("b"), Samples.event("a"), Samples.event("b"), Samples.event("a"));
        Set<Long> poison = ConcurrentHashMap.newKeySet();
        poison.add(3L);
        EventConsumer consumer = start(SETTINGS.whenFailing(WhenFailing.PARK_AGGREGATE), poisonedBy(poison));
        awaitPosition(consumer, 5);
        assertThat(handled).containsExactly(1L, 2L, 4L);
        assertThat(consumer.parked()).extracting(ParkedEvent::position).containsExactly(3L, 5L);
        consumer.close();
        append(Samples.event("a"), Samples.event("b"));
        consumer.start();
        awaitPosition(consumer, 7);
        assertThat(handled).containsExactly(1L, 2L, 4L, 7L);
        poison.clear();
        assertThat(consumer.retryParked(parked -> true)).isEqualTo(3);
        append(Samples.event("a"));
        awaitPosition(consumer, 8);
        assertThat(handled).containsExactly(1L, 2L, 4L, 7L, 3L, 5L, 6L, 8L);
    }

    @Test
    void a_handler_that_does_not_come_back_is_stuck_and_not_healthy() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        append(1);
        EventConsumer consumer = start(
                SETTINGS.withLeaseValidity(Duration.ofMillis(100)),
                event -> assertThat(goOn.await(2, TimeUnit.MINUTES)).isTrue());
        await("it is stuck", () -> consumer.health().status() == Status.STUCK);
        assertThat(consumer.health().isHealthy()).isFalse();
        assertThat(consumer.health().diagnosis()).contains("position 1");
        goOn.countDown();
        awaitPosition(consumer, 1);
        await("it runs", () -> consumer.health().isHealthy());
    }

    @Test
    void a_consumer_that_does_not_run_here_takes_no_orders() {
        EventConsumer consumer = start(SETTINGS, this::note);
        consumer.close();
        assertThatThrownBy(() -> consumer.discardParked(parked -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start it");
    }
}
