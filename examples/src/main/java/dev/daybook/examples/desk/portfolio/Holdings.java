package dev.daybook.examples.desk.portfolio;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.desk.position.PositionEvent.PositionClosed;
import dev.daybook.examples.desk.position.PositionEvent.PositionOpened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Each position by its id: the open ones sorted by symbol, the closed ones by day and symbol. */
public final class Holdings extends PlainProjection<Holding, PositionEvent> {

    private static final Holding NOTHING =
            new Holding("", Direction.LONG, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO);

    /** Of every position of the desk. */
    public Holdings() {
        super("holdings", PositionEvent.class, NOTHING);
    }

    @Override
    public Optional<String> key(Recorded<PositionEvent> event) {
        return Optional.of(event.aggregateId());
    }

    @Override
    public Holding apply(Holding held, Recorded<PositionEvent> event) {
        return switch (event.event()) {
            case PositionOpened opened ->
                new Holding(
                        opened.symbol(),
                        opened.direction(),
                        opened.quantity(),
                        opened.entryPrice(),
                        Optional.empty(),
                        BigDecimal.ZERO);
            case PositionClosed closed ->
                new Holding(
                        held.symbol(),
                        held.direction(),
                        held.quantity(),
                        held.entryPrice(),
                        Optional.of(LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC)),
                        closed.profit());
        };
    }

    @Override
    public String sort(Holding held) {
        return held.closedOn().map(day -> closed(day, held.symbol())).orElseGet(() -> open(held.symbol()));
    }

    /** By what the open positions of a symbol are sorted. */
    static String open(String symbol) {
        return "open " + symbol;
    }

    /** By what the positions of a symbol that were closed on a day are sorted. */
    static String closed(LocalDate day, String symbol) {
        return "closed " + day + " " + symbol;
    }
}
