package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.ConsumerSettings.WhenFailing;
import dev.daybook.core.consumer.DeadLetters;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.ParkedEvent;
import dev.daybook.core.consumer.Work;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.testkit.codec.ObjectCodec;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consumer has parked, seen to by somebody who does not run it. */
abstract class DeadLetterContract extends Suite {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withLeaseValidity(Duration.ofSeconds(1))
            .withAttempts(1, SHORT, SHORT)
            .whenFailing(WhenFailing.PARK_AGGREGATE);

    private final Queue<Long> handled = new ConcurrentLinkedQueue<>();
    private final Set<Long> poison = ConcurrentHashMap.newKeySet();
    private final ObjectCodec states = ObjectCodec.of();

    private Leases leases;
    private EventConsumer consumer;
    private DeadLetters letters;

    @BeforeEach
    void park_some() throws InterruptedException {
        append(
                Samples.event("a"),
                Samples.event("b"),
                Samples.event("a"),
                Samples.event("c"),
                Samples.event("a"),
                Samples.event("b"));
        poison.addAll(List.of(1L, 2L));
        leases = new Leases(storage.consumers());
        letters = new DeadLetters(storage, states);
        consumer = new EventConsumer(
                "mailer", Query.all(), new Mailing(), SETTINGS, new ConsumerParts(storage, states, leases, clock));
        consumer.start();
        awaitPosition(6);
        assertThat(handled).containsExactly(4L);
    }

    /** Looks up from its rest so often that it soon sees that it was interrupted. */
    private final class Mailing implements Work {

        @Override
        public void handle(StoredEvent event) {
            if (poison.contains(event.position())) {
                throw new IllegalArgumentException("poison at " + event.position());
            }
            handled.add(event.position());
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(20);
        }
    }

    @AfterEach
    void stop_the_consumer() {
        consumer.close();
        leases.close();
    }

    private void awaitPosition(long position) throws InterruptedException {
        assertThat(consumer.awaitPosition(position, LONG))
                .as(() -> consumer.health().toString())
                .isTrue();
    }

    private List<Long> parked() {
        return letters.of("mailer").stream().map(ParkedEvent::position).toList();
    }

    @Test
    void somebody_else_sees_what_is_parked_and_why() {
        assertThat(parked()).containsExactly(1L, 2L, 3L, 5L, 6L);
        assertThat(letters.of("mailer").getFirst().error()).contains("poison at 1");
        assertThat(letters.of("nobody")).isEmpty();
        assertThat(letters.discard("nobody", parked -> true)).isZero();
        assertThat(letters.retry("nobody", parked -> true)).isZero();
        assertThat(storage.consumers().find("nobody")).isEmpty();
    }

    @Test
    void a_consumer_that_runs_soon_tries_again_what_somebody_else_asks_for() throws InterruptedException {
        poison.clear();
        assertThat(letters.retry("mailer", parked -> parked.aggregateId().equals("a")))
                .isEqualTo(3);
        Waiting.until("they are handled", () -> parked().equals(List.of(2L, 6L)));
        assertThat(handled).containsExactly(4L, 1L, 3L, 5L);
        append(Samples.event("a"));
        awaitPosition(7);
        Waiting.until("its aggregate is free again", () -> handled.contains(7L));
        assertThat(consumer.health().parked()).isEqualTo(2);
    }

    @Test
    void a_consumer_that_is_stopped_tries_it_when_it_is_started() throws InterruptedException {
        consumer.close();
        poison.clear();
        assertThat(letters.retry("mailer", parked -> true)).isEqualTo(5);
        assertThat(parked()).hasSize(5);
        consumer.start();
        Waiting.until("they are handled", () -> parked().isEmpty());
        assertThat(handled).containsExactly(4L, 1L, 2L, 3L, 5L, 6L);
    }

    @Test
    void what_fails_again_stays_parked_with_all_that_follows_it_and_is_not_tried_for_ever() {
        poison.remove(2L);
        poison.add(5L);
        poison.remove(1L);
        assertThat(letters.retry("mailer", parked -> true)).isEqualTo(5);
        Waiting.until("the rest is handled", () -> parked().equals(List.of(5L)));
        assertThat(handled).containsExactly(4L, 1L, 2L, 3L, 6L);
        assertThat(letters.of("mailer").getFirst().error()).contains("poison at 5");
        poison.clear();
        consumer.close();
        consumer.start();
        Waiting.until("it runs", () -> consumer.health().diagnosis().contains("everything"));
        assertThat(parked()).containsExactly(5L);
    }

    @Test
    void what_somebody_else_gives_up_is_gone_and_the_consumer_goes_on() throws InterruptedException {
        assertThat(letters.discard("mailer", parked -> parked.aggregateId().equals("a")))
                .isEqualTo(3);
        assertThat(parked()).containsExactly(2L, 6L);
        append(Samples.event("a"), Samples.event("b"));
        awaitPosition(8);
        Waiting.until("its aggregate is free again", () -> handled.contains(7L));
        assertThat(parked()).containsExactly(2L, 6L, 8L);
        assertThat(handled).containsExactly(4L, 7L);
    }
}
