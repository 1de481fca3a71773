package dev.daybook.examples.exchange.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A made-up day of messages, and the best bid and ask after each: counted from the numbers that the lines are made of, by nothing that
 * has part in the recording.
 */
final class MessageDay {

    private static final class Made {
        final long id;
        final boolean isBid;
        final long price;
        long left;

        Made(long id, boolean isBid, long price, long left) {
            this.id = id;
            this.isBid = isBid;
            this.price = price;
            this.left = left;
        }
    }

    private final Random random;
    private final TreeMap<Long, Made> book = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();

    private MessageDay(long seed) {
        this.random = new Random(seed);
    }

    static MessageDay random(long seed, int messages) {
        MessageDay day = new MessageDay(seed);
        for (int line = 1; line <= messages; line++) {
            day.add(line);
            day.quotes.add(new Quote(
                    day.best(true, prices -> prices.max().stream().boxed().findFirst()),
                    day.best(false, prices -> prices.min().stream().boxed().findFirst())));
        }
        return day;
    }

    List<String> lines() {
        return lines;
    }

    /** The best prices after each line. */
    List<Quote> quotes() {
        return quotes;
    }

    private void add(int line) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            // A part of an order from before the first message, of which nobody knows what is left.
            message(line, 4, new Made(1_000_000 + line, true, 99_999_900, 0), 5);
        } else if (choice < 5 || book.isEmpty()) {
            boolean isBid = random.nextBoolean();
            long price = 33_580_000 + 100L * random.nextInt(60) * (isBid ? -1 : 1);
            Made made = new Made(line, isBid, price, 1 + random.nextInt(50));
            book.put(made.id, made);
            message(line, 1, made, made.left);
        } else {
            change(line, List.copyOf(book.values()).get(random.nextInt(book.size())));
        }
    }

    private void change(int line, Made order) {
        int type = 2 + random.nextInt(3);
        long quantity = type == 3 ? order.left : 1 + random.nextLong(order.left);
        order.left -= quantity;
        if (order.left == 0) {
            book.remove(order.id);
        }
        message(line, type, order, quantity);
    }

    private void message(int line, int type, Made order, long quantity) {
        lines.add(String.format(
                Locale.ROOT,
                "%d.5,%d,%d,%d,%d,%d,null",
                34_200 + line,
                type,
                order.id,
                quantity,
                order.price,
                order.isBid ? 1 : -1));
    }

    private Optional<BigDecimal> best(boolean isBid, Function<LongStream, Optional<Long>> end) {
        return end.apply(book.values().stream()
                        .filter(order -> order.isBid == isBid)
                        .mapToLong(order -> order.price))
                .map(price -> BigDecimal.valueOf(price, 4));
    }
}
