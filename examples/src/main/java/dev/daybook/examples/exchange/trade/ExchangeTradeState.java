package dev.daybook.examples.exchange.trade;

/** What is known of a trade. */
public sealed interface ExchangeTradeState {

    /** It has not happened. */
    record Unseen() implements ExchangeTradeState {}

    /** The message in this line told of it. */
    record Seen(long line) implements ExchangeTradeState {}
}
