package dev.daybook.examples.desk.portfolio;

import dev.daybook.core.projection.View;
import dev.daybook.ports.view.SortKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the desk holds and has earned, read from views.
 *
 * @param holdings the positions
 * @param prices the last prices
 */
public record Portfolio(View<Holding> holdings, View<Price> prices) {

    private static final int PAGE = 500;

    /** The open positions of a symbol. */
    public List<Holding> open(String symbol) {
        return sorted(Holdings.open(symbol));
    }

    /** What the open positions of a symbol would bring at its last price; nothing if it was never traded. */
    public Optional<BigDecimal> unrealisedProfit(String symbol) {
        return prices.find(symbol)
                .map(last -> open(symbol).stream()
                        .map(held -> held.unrealised(last.price()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What the positions of a symbol have brought that were closed on a day, UTC. */
    public BigDecimal profit(LocalDate day, String symbol) {
        return sorted(Holdings.closed(day, symbol)).stream()
                .map(Holding::profit)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Holding> sorted(String sort) {
        List<Holding> all = new ArrayList<>();
        List<View.Entry<Holding>> page = holdings.sorted(SortKey.from(sort), sort, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> all.add(entry.state()));
            page = holdings.sorted(new SortKey(sort, page.getLast().key()), sort, PAGE);
        }
        return all;
    }
}
