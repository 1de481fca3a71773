package dev.daybook.examples.life;

import static dev.daybook.examples.life.LifeState.Step.AT_MARKET;
import static dev.daybook.examples.life.LifeState.Step.PAYING;
import static dev.daybook.examples.life.LifeState.Step.SETTLED;

import dev.daybook.core.process.Answer;
import dev.daybook.core.process.Answered;
import dev.daybook.core.process.Deadline;
import dev.daybook.core.process.ProcessManager;
import dev.daybook.core.process.Reaction;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.life.AccountCommand.Deposit;
import dev.daybook.examples.life.AccountCommand.Pay;
import dev.daybook.examples.life.AccountCommand.Release;
import dev.daybook.examples.life.AccountCommand.Reserve;
import dev.daybook.examples.life.AccountEvent.FundsReserved;
import dev.daybook.examples.life.LifeCommand.OfAccount;
import dev.daybook.examples.life.LifeCommand.OfMarket;
import dev.daybook.examples.life.LifeCommand.OfOrder;
import dev.daybook.examples.life.LifeCommand.OfPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of an order to buy: its price is reserved, the market fills it, the position is opened, the seller is paid. Where there is too
 * little money, the market refuses, or nothing is heard in time, the order is cancelled and the money is given back.
 */
public final class TradeLife implements ProcessManager<LifeState, DeskEvent, LifeCommand> {

    /** Whose account sellers are paid by. */
    public static final String SELLERS = "wallet_sellers";

    private static final String FILL = "fill";
    private static final String POSITION = "position_";

    private final Duration patience;

    /** An order that is not filled for so long is cancelled. */
    public TradeLife(Duration patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return "trade-life";
    }

    @Override
    public List<Class<? extends DeskEvent>> eventClasses() {
        return List.of(OrderEvent.class, FundsReserved.class);
    }

    @Override
    public Class<LifeState> stateClass() {
        return LifeState.class;
    }

    @Override
    public Class<LifeCommand> commandClass() {
        return LifeCommand.class;
    }

    @Override
    public LifeState initial() {
        return LifeState.NEW;
    }

    @Override
    public Optional<String> key(Recorded<DeskEvent> event) {
        return Optional.of(event.event() instanceof FundsReserved funds ? funds.orderId() : event.aggregateId());
    }

    // snippet:reactions
    @Override
    public Reaction<LifeState, LifeCommand> on(LifeState life, Recorded<DeskEvent> event) {
        return switch (event.event()) {
            case OrderPlaced order ->
                become(LifeState.of(order))
                        .send(order.walletId(), new OfAccount(new Reserve(event.aggregateId(), LifeState.most(order))))
                        .deadline(FILL, event.timestamp().plus(patience));
            case FundsReserved funds ->
                become(life.at(AT_MARKET)).send(funds.orderId(), new OfMarket(life.quantity(), life.limitPrice()));
            case OrderFilled fill ->
                become(life.filled(fill.price()))
                        .cancel(FILL)
                        .send(POSITION + event.aggregateId(), new OfPosition(life.position(fill.price())));
            case OrderCancelled cancelled ->
                become(life.cancelled(cancelled.reason()))
                        .cancel(FILL)
                        .send(life.walletId(), new OfAccount(new Release(event.aggregateId())));
            default -> become(life);
        };
    }

    @Override
    public Reaction<LifeState, LifeCommand> onDeadline(LifeState life, Deadline deadline, Instant now) {
        return become(life).send(deadline.process(), new OfOrder(new CancelOrder("not filled in time")));
    }
    // end

    @Override
    public Reaction<LifeState, LifeCommand> onAnswer(LifeState life, Answered<LifeCommand> answered, Instant now) {
        return answered.answer() instanceof Answer.Rejected rejected
                ? rejected(life, answered, rejected.reason())
                : accepted(life, answered);
    }

    /** Without money or market the order is cancelled; one that could not be cancelled was filled, or cancelled by somebody else. */
    private Reaction<LifeState, LifeCommand> rejected(LifeState life, Answered<LifeCommand> answered, String reason) {
        return switch (answered.command()) {
            case OfAccount(Reserve reserve) ->
                become(life).send(reserve.orderId(), new OfOrder(new CancelOrder(reason)));
            case OfMarket market -> become(life).send(answered.aggregateId(), new OfOrder(new CancelOrder(reason)));
            case OfOrder order -> become(life);
            case OfAccount account -> become(life).giveUp(account + " was rejected: " + reason);
            case OfPosition position -> become(life).giveUp(position + " was rejected: " + reason);
        };
    }

    private Reaction<LifeState, LifeCommand> accepted(LifeState life, Answered<LifeCommand> answered) {
        return switch (answered.command()) {
            case OfPosition position ->
                become(life.at(PAYING))
                        .send(life.walletId(), new OfAccount(new Pay(order(answered.aggregateId()), life.cost())));
            case OfAccount(Pay pay) ->
                become(life).send(SELLERS, new OfAccount(new Deposit(pay.amount(), pay.orderId())));
            case OfAccount(Deposit deposit) -> become(life.at(SETTLED)).done();
            case OfAccount(Release release) -> become(life).giveUp(life.why());
            case OfAccount account -> become(life);
            case OfMarket market -> become(life);
            case OfOrder order -> become(life);
        };
    }

    private static String order(String positionId) {
        return positionId.substring(POSITION.length());
    }
}
