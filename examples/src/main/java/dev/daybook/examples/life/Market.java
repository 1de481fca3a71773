package dev.daybook.examples.life;

import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.life.LifeCommand.OfMarket;

/** Where orders are filled. */
@FunctionalInterface
public interface Market {

    /** What the market does with an order. */
    sealed interface Deal {}

    /** It is filled. */
    record Filled(FillOrder fill) implements Deal {}

    /** It is not, and never will be. */
    record Refused(String reason) implements Deal {}

    /** Nothing is heard of it. */
    record Silent() implements Deal {}

    /** Brings an order to the market. */
    Deal take(String orderId, OfMarket order);
}
