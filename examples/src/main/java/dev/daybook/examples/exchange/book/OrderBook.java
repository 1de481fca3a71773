package dev.daybook.examples.exchange.book;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.View;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderAccepted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderDeleted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderExecuted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderReduced;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.RestingOrderSeen;
import dev.daybook.ports.view.SortKey;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each order by its id, those that rest in the book sorted so that the best of each side come first. Orders from before the first message
 * are not counted: nobody can know what is left of them.
 */
public final class OrderBook extends PlainProjection<BookOrder, ExchangeOrderEvent> {

    private static final long TEN_THOUSANDTHS = 10_000;
    private static final long HIGHEST = 999_999_999_999L;

    /** Of every book of the log. */
    public OrderBook() {
        super("order_book", ExchangeOrderEvent.class, new BookOrder("", Side.BUY, BigDecimal.ZERO, 0));
    }

    /** The best prices of a book, as the view is kept. */
    public static Quote quote(View<BookOrder> view, String book) {
        return new Quote(best(view, book, Side.BUY), best(view, book, Side.SELL));
    }

    /** The best prices of a book among orders, as they were at some moment. */
    public static Quote quote(Collection<BookOrder> orders, String book) {
        return new Quote(best(orders, book, Side.BUY), best(orders, book, Side.SELL));
    }

    private static Optional<BigDecimal> best(View<BookOrder> view, String book, Side side) {
        return view.sorted(SortKey.from(place(book, side, 0)), place(book, side, HIGHEST), 1).stream()
                .map(entry -> entry.state().price())
                .findFirst();
    }

    private static Optional<BigDecimal> best(Collection<BookOrder> orders, String book, Side side) {
        return orders.stream()
                .filter(order -> order.resting() > 0 && order.book().equals(book) && order.side() == side)
                .min(Comparator.comparing(OrderBook::place))
                .map(BookOrder::price);
    }

    @Override
    public Optional<String> key(Recorded<ExchangeOrderEvent> event) {
        return Optional.of(event.aggregateId());
    }

    @Override
    public BookOrder apply(BookOrder order, Recorded<ExchangeOrderEvent> event) {
        return switch (event.event()) {
            case LimitOrderAccepted accepted ->
                new BookOrder(book(event.aggregateId()), accepted.side(), accepted.price(), accepted.quantity());
            case RestingOrderSeen seen -> new BookOrder(book(event.aggregateId()), seen.side(), seen.price(), 0);
            case LimitOrderReduced reduced -> order.with(known(reduced.remaining()));
            case LimitOrderExecuted executed -> order.with(known(executed.remaining()));
            case LimitOrderDeleted deleted -> order.with(0);
        };
    }

    private static long known(@Nullable Long remaining) {
        return remaining == null ? 0 : remaining;
    }

    /** The id of an order without its number. */
    private static String book(String orderId) {
        return orderId.substring(0, orderId.lastIndexOf('_'));
    }

    @Override
    public String sort(BookOrder order) {
        return order.resting() == 0 ? "" : place(order);
    }

    private static String place(BookOrder order) {
        long price = order.price().multiply(BigDecimal.valueOf(TEN_THOUSANDTHS)).longValueExact();
        return place(order.book(), order.side(), order.side() == Side.BUY ? HIGHEST - price : price);
    }

    private static String place(String book, Side side, long rank) {
        return String.format(Locale.ROOT, "%s %s %012d", book, side.name(), rank);
    }
}
