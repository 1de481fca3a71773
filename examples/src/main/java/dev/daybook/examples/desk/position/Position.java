package dev.daybook.examples.desk.position;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.position.PositionCommand.ClosePosition;
import dev.daybook.examples.desk.position.PositionCommand.OpenPosition;
import dev.daybook.examples.desk.position.PositionEvent.PositionClosed;
import dev.daybook.examples.desk.position.PositionEvent.PositionOpened;
import dev.daybook.examples.desk.position.PositionRejection.AlreadyClosed;
import dev.daybook.examples.desk.position.PositionRejection.AlreadyOpened;
import dev.daybook.examples.desk.position.PositionRejection.NoSuchPosition;
import dev.daybook.examples.desk.position.PositionState.Closed;
import dev.daybook.examples.desk.position.PositionState.NotOpened;
import dev.daybook.examples.desk.position.PositionState.Open;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A position, opened and closed once; its profit follows from entry and exit. Its id reads {@code position_…}. */
public final class Position implements Aggregate<PositionCommand, PositionState, PositionEvent, PositionRejection> {

    @Override
    public PositionState initial() {
        return new NotOpened();
    }

    @Override
    public Either<PositionRejection, List<PositionEvent>> decide(PositionState state, PositionCommand command) {
        return switch (command) {
            case OpenPosition open -> open(state, open);
            case ClosePosition close -> close(state, close.exitPrice());
        };
    }

    @Override
    public PositionState apply(PositionState state, PositionEvent event) {
        return switch (event) {
            case PositionOpened opened ->
                new Open(
                        opened.walletId(), opened.symbol(), opened.direction(), opened.quantity(), opened.entryPrice());
            case PositionClosed closed -> {
                if (state instanceof Open open) {
                    yield new Closed(open, closed.exitPrice(), closed.profit());
                }
                throw new IllegalStateException("the history of this position closes what was not open");
            }
        };
    }

    @Override
    public Class<PositionState> stateClass() {
        return PositionState.class;
    }

    @Override
    public Class<PositionEvent> eventClass() {
        return PositionEvent.class;
    }

    @Override
    public Set<Tag> tags(PositionEvent event) {
        return event instanceof PositionOpened opened ? Set.of(Tag.of("symbol", opened.symbol())) : Set.of();
    }

    private static Either<PositionRejection, List<PositionEvent>> open(PositionState state, OpenPosition open) {
        if (!(state instanceof NotOpened)) {
            return Either.left(new AlreadyOpened());
        }
        return Either.right(List.of(new PositionOpened(
                open.walletId(), open.symbol(), open.direction(), open.quantity(), open.entryPrice())));
    }

    private static Either<PositionRejection, List<PositionEvent>> close(PositionState state, BigDecimal exitPrice) {
        return switch (state) {
            case NotOpened() -> Either.left(new NoSuchPosition());
            case Closed closed -> Either.left(new AlreadyClosed());
            case Open open ->
                Either.right(List.of(new PositionClosed(
                        exitPrice, open.direction().profit(open.quantity(), open.entryPrice(), exitPrice))));
        };
    }
}
