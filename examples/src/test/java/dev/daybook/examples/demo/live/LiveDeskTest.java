package dev.daybook.examples.demo.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.JournalEntry;
import dev.daybook.core.journal.Outcome;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.catalog.DeskEvents;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveDeskTest {

    private static final int ACTS = 400;
    private static final long SEED = 11;

    private final JacksonCodec codec = codec();
    private final Daybook daybook =
            Daybook.builder(Storage.open("h2:mem:"), codec).closesStorage().build();

    private static JacksonCodec codec() {
        List<Class<?>> classes = new ArrayList<>(DeskEvents.classes());
        classes.add(OrderCommand.class);
        return JacksonCodec.of(classes.toArray(Class<?>[]::new));
    }

    @BeforeEach
    void trade() {
        LiveDesk desk = new LiveDesk(daybook, new Random(SEED));
        desk.begin();
        for (int act = 0; act < ACTS; act++) {
            desk.act();
        }
    }

    @AfterEach
    void close() {
        daybook.close();
    }

    @Test
    void orders_of_both_sides_are_traded_and_some_commands_are_refused() {
        try (Stream<StoredEvent> trades = read(Query.types("trade_executed"))) {
            Map<Side, Long> sides = trades.flatMap(trade -> codec.decode(trade.type(), trade.payload()).stream())
                    .map(event -> ((TradeExecuted) event).side())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(sides).containsOnlyKeys(Side.BUY, Side.SELL);
            assertThat(sides.values()).allSatisfy(count -> assertThat(count).isGreaterThan(ACTS / 10));
        }
        Journal<OrderCommand> journal = daybook.journal(OrderCommand.class);
        try (Stream<JournalEntry<OrderCommand>> refused = journal.read(Outcome.REJECTED, Range.all())) {
            assertThat(refused.count()).isBetween(1L, ACTS / 10L);
        }
    }

    @Test
    void a_change_of_a_wallet_is_caused_by_a_trade_and_that_by_an_order() {
        Map<String, StoredEvent> events;
        try (Stream<StoredEvent> all = read(Query.all())) {
            events = all.collect(Collectors.toMap(event -> event.id().toString(), Function.identity()));
        }
        List<List<String>> chains = events.values().stream()
                .filter(event -> event.type().name().equals("balance_changed"))
                .filter(event -> event.metadata().causationId().isPresent())
                .map(event -> chain(event, events))
                .toList();
        assertThat(chains)
                .hasSizeGreaterThan(ACTS / 5)
                .allSatisfy(chain -> assertThat(chain)
                        .startsWith("balance_changed", "trade_executed", "order_filled")
                        .endsWith("order_placed"));
    }

    private static List<String> chain(StoredEvent event, Map<String, StoredEvent> events) {
        List<String> types = new ArrayList<>(List.of(event.type().name()));
        Optional<StoredEvent> cause = cause(event, events);
        while (cause.isPresent()) {
            types.add(cause.get().type().name());
            cause = cause(cause.get(), events);
        }
        return types;
    }

    private static Optional<StoredEvent> cause(StoredEvent event, Map<String, StoredEvent> events) {
        return event.metadata().causationId().map(events::get);
    }

    private Stream<StoredEvent> read(Query query) {
        return daybook.storage().log().read(query, Range.all()).stream();
    }
}
