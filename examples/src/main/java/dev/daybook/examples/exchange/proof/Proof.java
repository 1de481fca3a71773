package dev.daybook.examples.exchange.proof;

import dev.daybook.examples.exchange.message.MessageType;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file and a log, side by side. The file is read again from its text, the log folded from its events; every line must be in
 * the log once and in its order, and every order's shares must agree and balance.
 */
public final class Proof {

    private final FileTally file;
    private final LogTally log;

    private Proof(FileTally file, LogTally log) {
        this.file = file;
        this.log = log;
    }

    /**
     * Reads both.
     *
     * @param path the file
     * @param events the log
     * @param codec reads its events
     * @param orderPrefix what the ids of the file's orders begin with
     * @param tradePrefix what the ids of the file's trades begin with
     */
    public static Proof of(Path path, EventLog events, EventCodec codec, String orderPrefix, String tradePrefix) {
        LogTally log = new LogTally();
        try (EventCursor cursor = events.read(Query.all(), Range.all())) {
            while (cursor.hasNext()) {
                StoredEvent stored = cursor.next();
                String id = stored.aggregateId();
                if (id.startsWith(orderPrefix) || id.startsWith(tradePrefix)) {
                    codec.decode(stored.type(), stored.payload()).forEach(event -> add(log, id, event));
                }
            }
        }
        return new Proof(FileTally.of(path, orderPrefix), log);
    }

    /** The messages of a type in the file. */
    public long inFile(MessageType type) {
        return file.messages(type);
    }

    /** The messages of a type in the log. */
    public long inLog(MessageType type) {
        return log.messages(type);
    }

    /** All messages of the file. */
    public long lines() {
        return file.lines();
    }

    /** The lines of the file that are in the log. */
    public long accounted() {
        long found = 0;
        for (long line = 1; line <= file.lines(); line++) {
            found += log.has(line) ? 1 : 0;
        }
        return found;
    }

    /** The orders and what became of them. */
    public Outcomes outcomes() {
        return Outcomes.of(log);
    }

    /** The first thing that does not agree, if there is one; an order is named by its id. */
    public Optional<String> failure() {
        return wrongOrder()
                .or(this::madeUp)
                .or(() -> log.faults().stream().findFirst())
                .or(this::missingLine)
                .or(this::wrongCount);
    }

    private Optional<String> missingLine() {
        for (long line = 1; line <= file.lines(); line++) {
            if (!log.has(line)) {
                return Optional.of("line " + line + " of the file is not in the log");
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrongOrder() {
        for (Map.Entry<String, OrderTotals> order : file.orders().entrySet()) {
            String wrong = wrong(order.getValue(), log.orders().get(order.getKey()));
            if (wrong != null) {
                return Optional.of(order.getKey() + ": " + wrong);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String wrong(OrderTotals expected, @Nullable LoggedOrder found) {
        if (found == null) {
            return "the file has it since line " + expected.firstLine() + ", the log does not";
        }
        String imbalance = found.imbalance();
        if (imbalance != null || expected.equals(found.totals())) {
            return imbalance;
        }
        return "the file has " + expected.describe() + ", the log "
                + found.totals().describe();
    }

    private Optional<String> madeUp() {
        return log.orders().keySet().stream()
                .filter(id -> !file.orders().containsKey(id))
                .findFirst()
                .map(id -> id + ": the log has it, the file does not");
    }

    private Optional<String> wrongCount() {
        for (MessageType type : MessageType.values()) {
            if (inFile(type) != inLog(type)) {
                return Optional.of("the file has %d messages of type %d (%s), the log %d"
                        .formatted(inFile(type), type.number(), type, inLog(type)));
            }
        }
        return file.trades().entrySet().stream()
                .filter(trade -> !Objects.equals(trade.getValue(), log.trades().get(trade.getKey())))
                .findFirst()
                .map(trade -> "line %d: the file trades %d shares, the log %s"
                        .formatted(
                                trade.getKey(), trade.getValue(), log.trades().get(trade.getKey())));
    }

    private static void add(LogTally log, String id, Object event) {
        switch (event) {
            case ExchangeOrderEvent order -> log.add(id, order);
            case ExchangeTradeEvent trade -> log.add(id, trade);
            default -> throw new IllegalStateException(id + " holds " + event + ", which no message tells of");
        }
    }
}
