package dev.daybook.examples.exchange.proof;

/**
 * The shares of one order, added up.
 *
 * @param firstLine where it came to light
 * @param resting whether that was after it had been placed
 * @param placed its quantity, 0 if it was resting before
 * @param executed traded
 * @param reduced taken back in parts
 * @param deleted taken back at the end
 */
record OrderTotals(long firstLine, boolean resting, long placed, long executed, long reduced, long deleted) {

    static OrderTotals placed(long line, long quantity) {
        return new OrderTotals(line, false, quantity, 0, 0, 0);
    }

    static OrderTotals resting(long line) {
        return new OrderTotals(line, true, 0, 0, 0, 0);
    }

    OrderTotals execute(long quantity) {
        return new OrderTotals(firstLine, resting, placed, executed + quantity, reduced, deleted);
    }

    OrderTotals reduce(long quantity) {
        return new OrderTotals(firstLine, resting, placed, executed, reduced + quantity, deleted);
    }

    OrderTotals delete(long quantity) {
        return new OrderTotals(firstLine, resting, placed, executed, reduced, deleted + quantity);
    }

    long cancelled() {
        return reduced + deleted;
    }

    String describe() {
        return "%s, executed %d, reduced %d, deleted %d (since line %d)"
                .formatted(resting ? "resting before" : "placed " + placed, executed, reduced, deleted, firstLine);
    }
}
