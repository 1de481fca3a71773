package dev.daybook.examples.exchange.proof;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.examples.exchange.message.MessageType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file tells, added up from its text alone: nothing here has part in the recording that it is compared with. */
final class FileTally {

    private final Map<MessageType, Long> messages = new EnumMap<>(MessageType.class);
    private final Map<String, OrderTotals> orders = new LinkedHashMap<>();
    private final Map<Long, Long> trades = new HashMap<>();
    private long lines;

    private FileTally() {}

    static FileTally of(Path file, String orderPrefix) {
        FileTally tally = new FileTally();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                tally.lines++;
                tally.add(line.split(","), orderPrefix);
            }
        } catch (IOException e) {
            throw new Problem(file + ": it cannot be read again for the proof (" + e.getMessage() + ")", e);
        }
        return tally;
    }

    long lines() {
        return lines;
    }

    long messages(MessageType type) {
        return messages.getOrDefault(type, 0L);
    }

    /** By aggregate id, in the order of the file. */
    Map<String, OrderTotals> orders() {
        return orders;
    }

    /** Shares by line. */
    Map<Long, Long> trades() {
        return trades;
    }

    private void add(String[] columns, String orderPrefix) {
        MessageType type = MessageType.of(columns[1]).orElseThrow();
        messages.merge(type, 1L, Long::sum);
        long quantity = Long.parseLong(columns[3]);
        if (!type.concernsOrder()) {
            trades.put(lines, quantity);
            return;
        }
        String id = orderPrefix + columns[2];
        orders.compute(id, (key, before) -> {
            OrderTotals order = before == null ? OrderTotals.resting(lines) : before;
            return switch (type) {
                case NEW_ORDER -> OrderTotals.placed(lines, quantity);
                case PARTIAL_CANCEL -> order.reduce(quantity);
                case DELETE -> order.delete(quantity);
                default -> order.execute(quantity);
            };
        });
    }
}
