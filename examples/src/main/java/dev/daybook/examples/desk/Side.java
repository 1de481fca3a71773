package dev.daybook.examples.desk;

/** Which side of the market an order stands on. */
public enum Side {
    /** Money for shares. */
    BUY,
    /** Shares for money. */
    SELL;

    /** The word for a sentence. */
    @Override
    public String toString() {
        return this == BUY ? "buy" : "sell";
    }
}
