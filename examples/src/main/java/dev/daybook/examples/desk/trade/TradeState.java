package dev.daybook.examples.desk.trade;

import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;

/** What is known of a trade. */
public sealed interface TradeState {

    /** It has not happened. */
    record NotExecuted() implements TradeState {}

    /** It has happened. */
    record Executed(TradeExecuted trade) implements TradeState {}
}
