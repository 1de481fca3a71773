package dev.daybook.examples.exchange.replay;

import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.message.Message;
import java.util.Locale;

/** The aggregate ids of one stock and day; an exchange numbers its orders anew every day, so the day is in them. */
record FeedNames(String feed) {

    static FeedNames of(MessageFile file) {
        String symbol = file.symbol().toLowerCase(Locale.ROOT);
        return new FeedNames(symbol + "_" + file.date().toString().replace("-", ""));
    }

    String feedId() {
        return "feed_" + feed;
    }

    String orderId(long order) {
        return orderPrefix() + order;
    }

    String orderPrefix() {
        return "order_" + feed + "_";
    }

    String tradePrefix() {
        return "trade_" + feed + "_";
    }

    String idFor(Message message) {
        return message.type().concernsOrder() ? orderId(message.order()) : tradePrefix() + message.line();
    }
}
