package dev.daybook.examples.exchange.book;

import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/**
 * An order as the book has it.
 *
 * @param book whose book: the stock and the day
 * @param side to buy or to sell
 * @param price dollars
 * @param resting how many shares of it rest, 0 if it has left the book
 */
public record BookOrder(String book, Side side, BigDecimal price, long resting) {

    BookOrder with(long left) {
        return new BookOrder(book, side, price, left);
    }
}
