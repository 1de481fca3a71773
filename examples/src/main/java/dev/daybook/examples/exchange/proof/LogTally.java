package dev.daybook.examples.exchange.proof;

import dev.daybook.examples.exchange.message.MessageType;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderAccepted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderDeleted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderExecuted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderReduced;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.RestingOrderSeen;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent.CrossTraded;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent.HiddenOrderExecuted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the log tells, folded event by event. It knows nothing of the aggregates' own states. */
final class LogTally {

    private final Map<MessageType, Long> messages = new EnumMap<>(MessageType.class);
    private final Map<String, LoggedOrder> orders = new HashMap<>();
    private final Map<Long, Long> trades = new HashMap<>();
    private final BitSet lines = new BitSet();
    private final List<String> faults = new ArrayList<>();
    private long latestLine;
    private long restingSeen;

    long messages(MessageType type) {
        return messages.getOrDefault(type, 0L);
    }

    Map<String, LoggedOrder> orders() {
        return orders;
    }

    /** Shares by line. */
    Map<Long, Long> trades() {
        return trades;
    }

    long restingSeen() {
        return restingSeen;
    }

    boolean has(long line) {
        return lines.get(Math.toIntExact(line));
    }

    /** What cannot be true of any file, in the order of the log. */
    List<String> faults() {
        return faults;
    }

    void add(String id, ExchangeOrderEvent event) {
        switch (event) {
            case LimitOrderAccepted accepted -> {
                count(MessageType.NEW_ORDER, id, accepted.line());
                begin(id, LoggedOrder.placed(accepted.line(), accepted.quantity()));
            }
            case RestingOrderSeen seen -> {
                restingSeen++;
                begin(id, LoggedOrder.resting(seen));
            }
            case LimitOrderReduced reduced -> {
                count(MessageType.PARTIAL_CANCEL, id, reduced.line());
                LoggedOrder order = order(id, reduced);
                orders.put(id, order.after(order.totals().reduce(reduced.quantity()), reduced.remaining()));
            }
            case LimitOrderExecuted executed -> {
                count(MessageType.EXECUTION, id, executed.line());
                LoggedOrder order = order(id, executed);
                orders.put(id, order.after(order.totals().execute(executed.quantity()), executed.remaining()));
            }
            case LimitOrderDeleted deleted -> {
                count(MessageType.DELETE, id, deleted.line());
                LoggedOrder order = order(id, deleted);
                orders.put(id, order.after(order.totals().delete(deleted.quantity()), 0L));
            }
        }
    }

    void add(String id, ExchangeTradeEvent event) {
        switch (event) {
            case HiddenOrderExecuted hidden -> {
                count(MessageType.HIDDEN_EXECUTION, id, hidden.line());
                trades.put(hidden.line(), hidden.quantity());
            }
            case CrossTraded cross -> {
                count(MessageType.CROSS, id, cross.line());
                trades.put(cross.line(), cross.quantity());
            }
        }
    }

    private void begin(String id, LoggedOrder order) {
        if (orders.put(id, order) != null) {
            faults.add("%s begins a second time with line %d"
                    .formatted(id, order.totals().firstLine()));
        }
    }

    private LoggedOrder order(String id, ExchangeOrderEvent event) {
        LoggedOrder order = orders.get(id);
        if (order == null) {
            faults.add("%s begins in its middle with line %d".formatted(id, event.line()));
            return new LoggedOrder(OrderTotals.resting(event.line()), 0, null);
        }
        return order;
    }

    private void count(MessageType type, String id, long line) {
        messages.merge(type, 1L, Long::sum);
        if (has(line)) {
            faults.add("line %d is in the log twice, the second time in %s".formatted(line, id));
        } else if (line < latestLine) {
            faults.add("line %d of %s stands in the log behind line %d".formatted(line, id, latestLine));
        }
        lines.set(Math.toIntExact(line));
        latestLine = Math.max(latestLine, line);
    }
}
