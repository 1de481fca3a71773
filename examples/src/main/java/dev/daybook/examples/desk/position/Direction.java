package dev.daybook.examples.desk.position;

import java.math.BigDecimal;

/** From which movement of the price a position profits. */
public enum Direction {
    /** It profits when the price rises. */
    LONG,
    /** It profits when the price falls. */
    SHORT;

    /** What a position brings that is opened at one price and closed at another. */
    public BigDecimal profit(BigDecimal quantity, BigDecimal entryPrice, BigDecimal exitPrice) {
        BigDecimal rise = exitPrice.subtract(entryPrice).multiply(quantity);
        return this == LONG ? rise : rise.negate();
    }

    /** The word for a sentence. */
    @Override
    public String toString() {
        return this == LONG ? "long" : "short";
    }
}
