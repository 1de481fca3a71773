package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.overview.AggregateDirectory;
import dev.daybook.core.overview.AggregateSummary;
import dev.daybook.core.overview.CausationGraph;
import dev.daybook.core.overview.Effect;
import dev.daybook.core.overview.EventCount;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.View;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.SortKey;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The views that can be had of any log, of whose event types nothing is known. */
abstract class OverviewContract extends Suite {

    private static final Instant START = SettableClock.START;

    private final ObjectCodec codec = ObjectCodec.of();

    private NewEvent event(UUID id, String aggregate, String type, Instant at, Metadata metadata) {
        return NewEvent.of(id, aggregate, new EventType(type, 1), Payload.json("{}"), at)
                .with(metadata);
    }

    private <S> View<S> kept(Projection<S, StoredEvent> projection) throws InterruptedException {
        Leases leases = new Leases(storage.consumers());
        ConsumerParts parts = new ConsumerParts(storage, codec, leases, clock);
        try (leases;
                Projector<S, StoredEvent> projector =
                        new Projector<>(projection, codec, ConsumerSettings.standard(), parts)) {
            assertThat(projector.start().consumer().awaitPosition(log().head(), Duration.ofMinutes(2)))
                    .isTrue();
            assertThat(projector.verify()).isEmpty();
            return projector.view();
        }
    }

    @Test
    void events_are_counted_by_type_hour_and_actor() throws InterruptedException {
        Instant next = START.plus(Duration.ofHours(1));
        append(
                event(Samples.id(), "order_1", "order_placed", START, Metadata.by("alice")),
                event(Samples.id(), "order_2", "order_placed", next, Metadata.by("bob")),
                event(Samples.id(), "order_1", "order_filled", next, Metadata.none()));
        assertThat(kept(EventCounts.perType()).page("", 10))
                .containsExactly(
                        new View.Entry<>("order_filled", "", new EventCount(1, next, next)),
                        new View.Entry<>("order_placed", "", new EventCount(2, START, next)));
        assertThat(kept(EventCounts.perActor()).page("", 10))
                .extracting(View.Entry::key)
                .containsExactly("alice", "bob");
        assertThat(kept(EventCounts.perHour()).page("", 10))
                .extracting(entry -> entry.key() + " " + entry.state().events())
                .containsExactly(
                        START.toString().substring(0, 13) + " 1",
                        next.toString().substring(0, 13) + " 2");
    }

    @Test
    void aggregates_are_listed_with_their_first_and_last_events() throws InterruptedException {
        Instant next = START.plus(Duration.ofHours(1));
        append(
                event(Samples.id(), "order_1", "order_placed", START, Metadata.none()),
                event(Samples.id(), "wallet_1", "wallet_opened", START, Metadata.none()),
                event(Samples.id(), "order_1", "order_filled", next, Metadata.none()));
        View<AggregateSummary> directory = kept(new AggregateDirectory());
        assertThat(directory.find("order_1"))
                .hasValue(new AggregateSummary(2, "order_placed", 1, START, "order_filled", 3, next));
        assertThat(directory.sorted(SortKey.from("wallet_opened"), "wallet_opened", 10))
                .extracting(View.Entry::key)
                .containsExactly("wallet_1");
    }

    @Test
    void causes_are_followed_both_ways() throws InterruptedException {
        UUID placed = Samples.id();
        UUID filled = Samples.id();
        Metadata work = Metadata.none().withCorrelationId("work");
        append(
                event(placed, "order_1", "order_placed", START, work.withCausationId("command_1")),
                event(filled, "order_1", "order_filled", START, work.causedBy(placed)),
                event(Samples.id(), "wallet_1", "money_moved", START, work.causedBy(placed)));
        View<Effect> graph = kept(new CausationGraph());
        assertThat(graph.find(filled.toString()))
                .hasValue(new Effect(placed.toString(), "work", 2, "order_filled", "order_1"));
        assertThat(CausationGraph.effects(graph, placed.toString(), "", 10))
                .extracting(effect -> effect.state().position())
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(CausationGraph.effects(graph, "command_1", "", 10))
                .extracting(View.Entry::key)
                .containsExactly(placed.toString());
        assertThat(CausationGraph.effects(graph, filled.toString(), "", 10)).isEmpty();
    }
}
