package dev.daybook.examples.life;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.Answer;
import dev.daybook.core.process.CommandHandler;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.examples.desk.position.Position;
import dev.daybook.examples.desk.position.PositionCommand;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.desk.position.PositionRejection;
import dev.daybook.examples.desk.position.PositionState;
import dev.daybook.examples.life.LifeCommand.OfAccount;
import dev.daybook.examples.life.LifeCommand.OfMarket;
import dev.daybook.examples.life.LifeCommand.OfOrder;
import dev.daybook.examples.life.LifeCommand.OfPosition;

/** Carries out what the life of a trade asks for. */
public final class LifeHandler implements CommandHandler<LifeCommand> {

    private final Repository<AccountCommand, AccountState, AccountEvent, AccountRejection> accounts;
    private final Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders;
    private final Repository<PositionCommand, PositionState, PositionEvent, PositionRejection> positions;
    private final Market market;

    /** On one log. */
    public LifeHandler(Daybook daybook, Market market) {
        this.accounts = daybook.repository(new Account());
        this.orders = daybook.repository(new Order());
        this.positions = daybook.repository(new Position());
        this.market = market;
    }

    @Override
    public Answer execute(String id, LifeCommand command, Context context) {
        return switch (command) {
            case OfAccount(AccountCommand asked) ->
                Answer.of(accounts.execute(id, asked, context), Rejection::describe);
            case OfOrder(OrderCommand asked) -> Answer.of(orders.execute(id, asked, context), Rejection::describe);
            case OfPosition(PositionCommand asked) ->
                Answer.of(positions.execute(id, asked, context), Rejection::describe);
            case OfMarket asked -> ask(id, asked, context);
        };
    }

    private Answer ask(String orderId, OfMarket asked, Context context) {
        return switch (market.take(orderId, asked)) {
            case Market.Filled(var fill) -> Answer.of(orders.execute(orderId, fill, context), Rejection::describe);
            case Market.Refused(String reason) -> new Answer.Rejected(reason);
            case Market.Silent() -> new Answer.Done();
        };
    }
}
