package dev.daybook.examples.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.process.Answer;
import dev.daybook.core.process.Answered;
import dev.daybook.core.process.Deadline;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.life.AccountCommand.Deposit;
import dev.daybook.examples.life.AccountCommand.Pay;
import dev.daybook.examples.life.AccountCommand.Release;
import dev.daybook.examples.life.AccountCommand.Reserve;
import dev.daybook.examples.life.LifeCommand.OfAccount;
import dev.daybook.examples.life.LifeCommand.OfOrder;
import dev.daybook.examples.life.LifeCommand.OfPosition;
import dev.daybook.examples.life.LifeState.Step;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the life of a trade answers, without a database. */
final class TradeLifeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final OrderPlaced ORDER =
            new OrderPlaced("wallet_1", "BTC", Side.BUY, new BigDecimal("2"), new BigDecimal("10.50"));
    private static final LifeState ORDERED = LifeState.of(ORDER);

    private final TradeLife life = new TradeLife(Duration.ofMinutes(1));

    private static Recorded<DeskEvent> recorded(DeskEvent event) {
        NewEvent stored =
                NewEvent.of(new EventIds().next(), "order_1", EventType.of(event.getClass()), Payload.json("{}"), NOON);
        return new Recorded<>(event, new StoredEvent(1, 1, NOON, stored));
    }

    @Test
    void an_order_reserves_what_it_can_cost_and_waits_for_a_minute() {
        assertThat(life.on(LifeState.NEW, recorded(ORDER)))
                .isEqualTo(life.become(ORDERED)
                        .send("wallet_1", new OfAccount(new Reserve("order_1", new BigDecimal("21.00"))))
                        .deadline("fill", NOON.plusSeconds(60)));
    }

    @Test
    void what_is_not_filled_in_time_is_cancelled_and_the_money_given_back() {
        assertThat(life.onDeadline(ORDERED, new Deadline("order_1", "fill", NOON), NOON))
                .isEqualTo(life.become(ORDERED).send("order_1", new OfOrder(new CancelOrder("not filled in time"))));
        LifeState cancelled = ORDERED.cancelled("not filled in time");
        assertThat(life.on(ORDERED, recorded(new OrderCancelled(new BigDecimal("2"), "not filled in time"))))
                .isEqualTo(
                        life.become(cancelled).cancel("fill").send("wallet_1", new OfAccount(new Release("order_1"))));
        var released =
                new Answered<LifeCommand>("wallet_1", new OfAccount(new Release("order_1")), new Answer.Stored());
        assertThat(life.onAnswer(cancelled, released, NOON))
                .isEqualTo(life.become(cancelled).giveUp("not filled in time"));
    }

    @Test
    void an_order_that_cannot_be_paid_is_cancelled() {
        var refused = new Answered<LifeCommand>(
                "wallet_1",
                new OfAccount(new Reserve("order_1", new BigDecimal("21.00"))),
                new Answer.Rejected("too little"));
        assertThat(life.onAnswer(ORDERED, refused, NOON))
                .isEqualTo(life.become(ORDERED).send("order_1", new OfOrder(new CancelOrder("too little"))));
    }

    @Test
    void what_is_filled_is_opened_then_paid_then_settled() {
        LifeState filled = ORDERED.filled(BigDecimal.TEN);
        assertThat(life.on(
                        ORDERED,
                        recorded(new OrderFilled("trade_1", new BigDecimal("2"), BigDecimal.TEN, BigDecimal.ZERO))))
                .isEqualTo(life.become(filled)
                        .cancel("fill")
                        .send("position_order_1", new OfPosition(filled.position(BigDecimal.TEN))));
        var opened = new Answered<LifeCommand>(
                "position_order_1", new OfPosition(filled.position(BigDecimal.TEN)), new Answer.Stored());
        LifeState paying = filled.at(Step.PAYING);
        Pay pay = new Pay("order_1", new BigDecimal("20"));
        assertThat(life.onAnswer(filled, opened, NOON))
                .isEqualTo(life.become(paying).send("wallet_1", new OfAccount(pay)));
        Deposit deposit = new Deposit(pay.amount(), "order_1");
        assertThat(life.onAnswer(paying, new Answered<>("wallet_1", new OfAccount(pay), new Answer.Stored()), NOON))
                .isEqualTo(life.become(paying).send(TradeLife.SELLERS, new OfAccount(deposit)));
        assertThat(life.onAnswer(
                        paying, new Answered<>(TradeLife.SELLERS, new OfAccount(deposit), new Answer.Stored()), NOON))
                .isEqualTo(life.become(paying.at(Step.SETTLED)).done());
    }
}
