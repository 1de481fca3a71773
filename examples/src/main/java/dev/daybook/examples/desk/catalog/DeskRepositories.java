package dev.daybook.examples.desk.catalog;

import dev.daybook.core.Daybook;
import dev.daybook.core.repository.Repository;
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
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.setting.SettingRejection;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.examples.desk.setting.SettingsState;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.examples.desk.trade.TradeRejection;
import dev.daybook.examples.desk.trade.TradeState;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.desk.wallet.WalletCommand;
import dev.daybook.examples.desk.wallet.WalletEvent;
import dev.daybook.examples.desk.wallet.WalletRejection;
import dev.daybook.examples.desk.wallet.WalletState;

/** Every kind of aggregate of the desk on one log. */
public record DeskRepositories(
        Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders,
        Repository<PositionCommand, PositionState, PositionEvent, PositionRejection> positions,
        Repository<WalletCommand, WalletState, WalletEvent, WalletRejection> wallets,
        Repository<ChangeSetting, SettingsState, SettingEvent, SettingRejection> settings,
        Repository<ExecuteTrade, TradeState, TradeEvent, TradeRejection> trades) {

    /** On one log. */
    public static DeskRepositories on(Daybook daybook) {
        return new DeskRepositories(
                daybook.repository(new Order()),
                daybook.repository(new Position()),
                daybook.repository(new Wallet()),
                daybook.repository(new Settings()),
                daybook.repository(new Trade()));
    }
}
