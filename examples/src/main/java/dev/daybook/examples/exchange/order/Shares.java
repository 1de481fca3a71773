package dev.daybook.examples.exchange.order;

import org.jspecify.annotations.Nullable;

/** Numbers of shares that make sense. */
final class Shares {

    private Shares() {}

    static void positive(long shares) {
        if (shares <= 0) {
            throw new IllegalArgumentException(shares + " shares are not above 0");
        }
    }

    static void notNegative(@Nullable Long shares) {
        if (shares != null && shares < 0) {
            throw new IllegalArgumentException(shares + " shares are below 0");
        }
    }
}
