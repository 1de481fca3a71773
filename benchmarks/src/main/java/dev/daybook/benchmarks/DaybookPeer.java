package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.core.Daybook;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Daybook under the same calls as the others. */
record DaybookPeer(Storage storage) implements Peer {

    @Override
    public void append(String aggregate, long first, List<BookEvent> events) {
        List<NewEvent> encoded = new ArrayList<>(events.size());
        for (BookEvent event : events) {
            encoded.add(Samples.event(aggregate, Samples.CODEC.encode(event)));
        }
        Samples.stored(
                storage.log().append(Append.of(encoded).onlyIf(Condition.expectedSequence(aggregate, first - 1))));
    }

    @Override
    public <S> S replay(String aggregate, S initial, BiFunction<S, BookEvent, S> fold) {
        S state = initial;
        try (EventCursor cursor = storage.log().read(Query.aggregate(aggregate), Range.all())) {
            while (cursor.hasNext()) {
                for (Object event :
                        Samples.CODEC.decode(Samples.TYPE, cursor.next().payload())) {
                    state = fold.apply(state, (BookEvent) event);
                }
            }
        }
        return state;
    }

    @Override
    public void readAll(Consumer<BookEvent> each) {
        try (EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            while (cursor.hasNext()) {
                Samples.CODEC
                        .decode(Samples.TYPE, cursor.next().payload())
                        .forEach(event -> each.accept((BookEvent) event));
            }
        }
    }

    @Override
    public boolean keepsViews() {
        return true;
    }

    @Override
    public void follow(String name, int events) throws InterruptedException {
        try (Daybook daybook = Daybook.builder(storage, Samples.CODEC).build();
                Projector<Book.Totals, BookEvent> projector =
                        daybook.projector(new BookView(name, 1, DaybookPeer::lastDigits))) {
            projector.start();
            if (!projector.consumer().awaitPosition(events, Duration.ofMinutes(30))) {
                throw new IllegalStateException(projector.consumer().health().toString());
            }
        }
    }

    private static String lastDigits(Recorded<BookEvent> event) {
        return switch (event.event()) {
            case BookEvent.TradeBooked trade ->
                trade.tradeId().substring(trade.tradeId().length() - 3);
        };
    }

    @Override
    public void close() {
        storage.close();
    }
}
