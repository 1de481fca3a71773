package dev.daybook.examples.demo.plan;

import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.position.PositionCommand;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.wallet.WalletCommand;

/** One command to one aggregate; each is followed by one event. */
public sealed interface Action {

    /** The aggregate. */
    String id();

    /** To an order. */
    record ToOrder(String id, OrderCommand command) implements Action {}

    /** To a position. */
    record ToPosition(String id, PositionCommand command) implements Action {}

    /** To a wallet. */
    record ToWallet(String id, WalletCommand command) implements Action {}

    /** To the settings. */
    record ToSettings(String id, ChangeSetting command) implements Action {}

    /** To a trade. */
    record ToTrade(String id, ExecuteTrade command) implements Action {}
}
