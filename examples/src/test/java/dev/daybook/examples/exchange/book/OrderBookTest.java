package dev.daybook.examples.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.projection.Projector;
import dev.daybook.examples.exchange.feed.FeedEvent;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.replay.Replayer;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderBookTest {

    private static final String BOOK = "order_amzn_20210412";
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    @TempDir
    Path folder;

    private final JacksonCodec codec =
            JacksonCodec.of(ExchangeOrderEvent.class, ExchangeTradeEvent.class, FeedEvent.class);

    @Test
    void best_bid_and_ask_at_each_moment_are_those_of_the_file() throws IOException, InterruptedException {
        MessageDay day = MessageDay.random(SEED, 120);
        Path file = Files.write(folder.resolve("nasdaq-amzn-2021-04-12-messages.csv"), day.lines());
        try (Storage storage = Storage.open("sqlite:" + folder.resolve("exchange.db"));
                Daybook daybook = Daybook.builder(storage, codec).build();
                Projector<BookOrder, ExchangeOrderEvent> book = daybook.projector(new OrderBook())) {
            MessageFile messages = new MessageFile(file, "AMZN", LocalDate.parse("2021-04-12"));
            new Replayer(storage, codec, daybook, messages).record(Replayer.rehearse(messages), done -> {});

            lastPositions(storage)
                    .forEach((line, position) -> assertThat(
                                    OrderBook.quote(book.at(position).values(), BOOK))
                            .as("line %d, -Ddaybook.seed=%d", line, SEED)
                            .isEqualTo(day.quotes().get(line.intValue() - 1)));

            book.start();
            assertThat(book.consumer().awaitPosition(storage.log().head(), Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(OrderBook.quote(book.view(), BOOK))
                    .as("-Ddaybook.seed=%d", SEED)
                    .isEqualTo(day.quotes().getLast());
        }
    }

    /** Where the last event of each line that is about an order stands. */
    private SortedMap<Long, Long> lastPositions(Storage storage) {
        SortedMap<Long, Long> positions = new TreeMap<>();
        try (Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            events.forEach(event -> List.copyOf(codec.decode(event.type(), event.payload()))
                    .forEach(object -> {
                        if (object instanceof ExchangeOrderEvent order) {
                            positions.put(order.line(), event.position());
                        }
                    }));
        }
        assertThat(positions).hasSizeGreaterThan(50);
        return positions;
    }
}
