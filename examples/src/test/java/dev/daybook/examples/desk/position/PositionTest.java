package dev.daybook.examples.desk.position;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.daybook.examples.desk.position.PositionCommand.ClosePosition;
import dev.daybook.examples.desk.position.PositionCommand.OpenPosition;
import dev.daybook.examples.desk.position.PositionEvent.PositionClosed;
import dev.daybook.examples.desk.position.PositionEvent.PositionOpened;
import dev.daybook.examples.desk.position.PositionRejection.AlreadyClosed;
import dev.daybook.examples.desk.position.PositionRejection.AlreadyOpened;
import dev.daybook.examples.desk.position.PositionRejection.NoSuchPosition;
import dev.daybook.examples.desk.position.PositionState.Closed;
import dev.daybook.examples.desk.position.PositionState.Open;
import dev.daybook.testkit.scenario.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final PositionOpened LONG = opened(Direction.LONG);
    private static final OpenPosition OPEN = new OpenPosition("wallet_a", "AMZN", Direction.LONG, n("10"), n("100.00"));

    private final Scenario<PositionCommand, PositionState, PositionEvent, PositionRejection> position =
            Scenario.of(new Position());

    @Test
    void a_position_is_opened_once() {
        position.given()
                .when(OPEN)
                .then(LONG)
                .thenState(new Open("wallet_a", "AMZN", Direction.LONG, n("10"), n("100.00")));
        position.given(LONG).when(OPEN).thenRejected(new AlreadyOpened());
        position.given(LONG, new PositionClosed(n("1"), n("-990.00")))
                .when(OPEN)
                .thenRejected(new AlreadyOpened());
    }

    @ParameterizedTest
    @CsvSource({"LONG, 103.50, 35.00", "LONG, 98.25, -17.50", "SHORT, 103.50, -35.00", "SHORT, 98.25, 17.50"})
    void the_profit_follows_from_entry_and_exit(Direction direction, BigDecimal exit, BigDecimal profit) {
        Open open = new Open("wallet_a", "AMZN", direction, n("10"), n("100.00"));
        position.given(opened(direction))
                .when(new ClosePosition(exit))
                .then(new PositionClosed(exit, profit))
                .thenState(new Closed(open, exit, profit));
    }

    @Test
    void only_an_open_position_is_closed() {
        position.given().when(new ClosePosition(n("1"))).thenRejected(new NoSuchPosition());
        position.given(LONG, new PositionClosed(n("101.00"), n("10.00")))
                .when(new ClosePosition(n("102.00")))
                .thenRejected(new AlreadyClosed());
    }

    @Test
    void a_history_that_closes_first_is_not_folded() {
        Position rules = new Position();
        PositionClosed closed = new PositionClosed(n("1"), n("1"));
        assertThatIllegalStateException().isThrownBy(() -> rules.apply(rules.initial(), closed));
    }

    private static PositionOpened opened(Direction direction) {
        return new PositionOpened("wallet_a", "AMZN", direction, n("10"), n("100.00"));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
